/** What can be read from a text or a name on the spot. Pure. */

/** Whether a text speaks of danger: shows the help early; what is done about it is decided on the server. */
export const speaksOfDanger = (text: string, words: readonly string[]): boolean =>
  words.some(word => word && text.includes(word));

/** What the contract takes as evidence. */
export const ENDINGS = ['jpg', 'png', 'pdf', 'mp3', 'mp4'] as const;
type Ending = (typeof ENDINGS)[number];

/** The ending that the contract knows; `jpeg` is a `jpg`. Undefined: not a file for evidence. */
export function endingOf(name: string): Ending | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return ENDINGS.find(each => each === ending);
}
