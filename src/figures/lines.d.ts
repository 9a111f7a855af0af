/** The lines of each region of a file, counted at build: how far each is set in, and its length. */
declare module '*?lines' {
  const lines: Readonly<Record<string, readonly (readonly [indent: number, length: number])[]>>;
  export default lines;
}
