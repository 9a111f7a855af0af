/** A program as its page shows it, without its code: what the build knows of every line. */
declare module '*?listing' {
  /** An idea of the timeline that lines of the program come from. */
  export interface ListedIdea {
    readonly id: string;
    readonly title: string;
    readonly short: string;
    /** First and last year, and how they are written. */
    readonly from: number;
    readonly to: number;
    readonly label: string;
    readonly people: readonly string[];
    /** Its place on the site, under the base. */
    readonly href: string;
  }

  /** Where lines are taught, and what they come from. */
  export interface ListedPlace {
    /** The section, under the site's base: `step/2/#walking-back`. */
    readonly href: string;
    readonly title: string;
    readonly step: number;
    /** Among the listing's ideas; −1 for what is no idea of the timeline. */
    readonly idea: number;
    /** What it does instead: text, chance, arithmetic, frame. */
    readonly kind: string | null;
  }

  export interface Listing {
    /** Lines, blank ones too; everywhere here they count from 0. */
    readonly count: number;
    /** A character for each line: code `#`, comment `/`, blank a space. */
    readonly shape: string;
    /** From which line on which place, and which step added it. */
    readonly runs: readonly (readonly [from: number, place: number, step: number])[];
    /** The first line of each declaration, and of each member of a class. */
    readonly blocks: readonly number[];
    /** The files it was put together from; what stands before all of them has no name. */
    readonly files: readonly { readonly name: string; readonly from: number }[];
    readonly places: readonly ListedPlace[];
    /** Those that lines come from, in the timeline's order. */
    readonly ideas: readonly ListedIdea[];
    /** The code of the last file, the program itself, as HTML, a string for each line. */
    readonly opening: readonly string[];
  }

  const listing: Listing;
  export default listing;
}

/** The code of a program as HTML, a string for each line. */
declare module '*?listed' {
  const code: readonly string[];
  export default code;
}
