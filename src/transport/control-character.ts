/** True for line ends, NUL and their kind, which have no place in addresses and end a value early where it is used. */
export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
