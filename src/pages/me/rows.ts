/** The page where a person chooses what is pushed. */
export const REMINDERS = 'pages/reminders/choices/index';
