/** The lines of each region of a file, counted at build: how far each is set in, and its length. */
declare module '*?lines' {
  const lines: Readonly<Record<string, readonly (readonly [indent: number, length: number])[]>>;
  export default lines;
}
/** A program, line by line, without its code: see `Listing`. */
declare module '*?listing' {
  const listing: import('./step5/program-listing.ts').Listing;
  export default listing;
}
/** The code of a program as HTML, a string for each line. */
declare module '*?listed' {
  const code: readonly string[];
  export default code;
}
