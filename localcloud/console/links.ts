/** The address at which the web app finds a person signed in; it reads `token` from the query. */
export const signInUrl = (base: string, token: string): string => `${base}/?token=${encodeURIComponent(token)}`;
