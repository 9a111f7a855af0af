/** Geometry of a chain of two states: circles by their share, arrows by their probability. */

/** A chain of two classes; a probability is NaN when nothing was seen to measure it by. */
export interface ClassNumbers {
  readonly pVowel: number;
  readonly pVowelAfterVowel: number;
  readonly pVowelAfterConsonant: number;
}

type Place = readonly [x: number, y: number];

export interface Arrow {
  readonly id: 'vv' | 'vc' | 'cv' | 'cc';
  readonly p: number;
  /** Leads to a vowel: these two are what the picture is about. */
  readonly toVowel: boolean;
  /** Leads from one circle to the other: its label has room at its side. */
  readonly between: boolean;
  /** Line, and its head. */
  readonly line: string;
  readonly head: string;
  readonly width: number;
  readonly label: Place;
}

export interface ChainShape {
  readonly vowel: { at: Place; radius: number };
  readonly consonant: { at: Place; radius: number };
  readonly arrows: readonly Arrow[];
}

/** The box that the shape is drawn for; it scales to any other. */
export const BOX = { width: 360, height: 212 } as const;

const CENTRE = 106;
const AREA = 50;
/** Width of an arrow that is certain, px at scale 1. */
const WIDEST = 14;

/** Width of an arrow, px: never too thin to see. */
export const arrowWidth = (p: number, scale: number): number => Math.max(1.25, p * WIDEST * scale);

export function chainShape(chain: ClassNumbers, width: number, height: number): ChainShape {
  const s = Math.min(width / BOX.width, height / BOX.height);
  const left = (width - BOX.width * s) / 2;
  const top = (height - BOX.height * s) / 2;
  const at = (x: number, y: number): Place => [left + x * s, top + y * s];
  const [vx, cx, y] = [116, 244, CENTRE];
  const share = Number.isFinite(chain.pVowel) ? chain.pVowel : 0.5;
  // A class that hardly occurs is still a circle to point at.
  const [rv, rc] = [share, 1 - share].map((p) => Math.max(14, AREA * Math.sqrt(p)));
  const { pVowelAfterVowel: vv, pVowelAfterConsonant: cv } = chain;

  const arrow = (id: Arrow['id'], p: number, points: Place[], label: Place): Arrow => {
    const width0 = arrowWidth(Number.isFinite(p) ? p : 0, s);
    const [a, b, c, d] = points.map(([px, py]) => at(px, py));
    return {
      id,
      p,
      toVowel: id === 'vv' || id === 'cv',
      between: id === 'vc' || id === 'cv',
      line: `M${fix(a)}C${fix(b)} ${fix(c)} ${fix(d)}`,
      head: headAt(d, c, width0 * 0.75 + 3.5 * s),
      width: width0,
      label: at(...label),
    };
  };
  const gap = (p: number): number => (Number.isFinite(p) ? p : 0) * WIDEST * 0.75 + 8;
  const loop = (x: number, r: number, k: 1 | -1, p: number): Place[] => [
    [x + k * r * 0.72, y - r * 0.75],
    [x + k * (r + 54), y - r - 34],
    [x + k * (r + 60), y + r + 22],
    [x + k * (r * 0.74 + gap(p) * 0.8), y + r * 0.62 + gap(p) * 0.55],
  ];
  return {
    vowel: { at: at(vx, y), radius: rv * s },
    consonant: { at: at(cx, y), radius: rc * s },
    arrows: [
      arrow('vv', vv, loop(vx, rv, -1, vv), [vx - rv - 30, y + rv + 32]),
      arrow('cc', 1 - cv, loop(cx, rc, 1, 1 - cv), [cx + rc + 30, y + rc + 32]),
      arrow(
        'cv',
        cv,
        [
          [cx - rc * 0.45, y - rc * 0.86],
          [cx - 36, y - 84],
          [vx + 40, y - 84],
          [vx + rv * 0.5 + 7, y - rv * 0.82 - 11],
        ],
        [180, y - 84],
      ),
      arrow(
        'vc',
        1 - vv,
        [
          [vx + rv * 0.45, y + rv * 0.86],
          [vx + 36, y + 84],
          [cx - 40, y + 84],
          [cx - rc * 0.5 - 7, y + rc * 0.82 + 11],
        ],
        [180, y + 97],
      ),
    ],
  };
}

const fix = ([x, y]: Place): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** A triangle at the end of a line, pointing away from `from`. */
function headAt(tip: Place, from: Place, half: number): string {
  const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1;
  const [ux, uy] = [(tip[0] - from[0]) / length, (tip[1] - from[1]) / length];
  const back: Place = [tip[0] - ux, tip[1] - uy];
  const point: Place = [tip[0] + ux * half * 1.05, tip[1] + uy * half * 1.05];
  const side = (k: 1 | -1): Place => [back[0] - k * uy * half, back[1] + k * ux * half];
  return `M${fix(side(1))}L${fix(point)}L${fix(side(-1))}Z`;
}
