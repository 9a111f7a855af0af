/** Tenths of a pixel: what is drawn at build travels in the page, and nobody sees more. */
export const px = (value: number): number => Math.round(value * 10) / 10;
