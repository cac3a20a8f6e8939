/** Whether a text speaks of danger: shows the help early; what is done about it is decided on the server. */
export const speaksOfDanger = (text: string, words: readonly string[]): boolean =>
  words.some(word => word && text.includes(word));
