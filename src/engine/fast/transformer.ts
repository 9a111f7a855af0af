/**
 * Models 3 to 5 over a document, there and back: the layers of `gpt.ts` as matrices.
 * A `Design` says which part is otherwise.
 */
import { ACTIVATIONS } from '../activations.ts';
import { REFERENCE_DESIGN, wiringOf, type Design } from '../design.ts';
import type { Sizes } from '../parameters.ts';
import type { Activations, LayerActivations } from './activations.ts';
import type { Gradients } from './gradients.ts';
import { attend, attendBack } from './heads.ts';
import { inputGradient, linear, weightGradient } from './kernels.ts';
import { norm, normBack } from './norms.ts';
import { ascending, descending, headOrder } from './orders.ts';
import { activate, activateBack, addTo, relu, reluBack } from './rows.ts';
import type { LayerViews, Views } from './views.ts';

/** Told of a layer's gradients as the way back passes; what it gets is used again. */
export type Watch = (name: string, layer: number, gradient: Float64Array) => void;

export class Transformer {
  readonly #sizes: Sizes;
  readonly #design: Design;
  readonly #scale: number;
  /** By layer: the place in which each head's finding is handed on, −1 for none. */
  readonly #places: readonly Int32Array[];
  /** Orders of sums on the way back; of the heads' rows by layer. */
  readonly #rows: Record<'embd' | 'hidden', Int32Array>;
  readonly #headRows: readonly Int32Array[];

  constructor(sizes: Sizes) {
    const { embd, heads, layers, design = REFERENCE_DESIGN } = sizes;
    this.#sizes = sizes;
    this.#design = design;
    this.#scale = design.scaled ? 1 / Math.sqrt(embd / heads) : 1;
    const wirings = Array.from({ length: layers }, (_, layer) =>
      wiringOf(design, heads, layer),
    );
    this.#places = wirings.map((wiring) =>
      ascending(heads).map((head) => wiring.indexOf(head)),
    );
    this.#headRows = wirings.map((wiring) => headOrder(embd, wiring));
    this.#rows = { embd: descending(embd), hidden: descending(4 * embd) };
  }

  /** From the tokens' embeddings, in `act.embedded`, to `act.last`. */
  forward(act: Activations, w: Views, from: number, to: number): void {
    const { embd } = this.#sizes;
    const { position, norm: kind } = this.#design;
    if (position) addTo(act.embedded, w.wpe, from * embd, to * embd);
    norm(kind, act.norm0, act.embedded, from, to, embd);
    for (let l = 0; l < w.layers.length; l++) {
      const out = l + 1 < w.layers.length ? act.layers[l + 1].x : act.last;
      this.#layer(act.layers[l], w.layers[l], l, out, from, to);
    }
  }

  #layer(
    a: LayerActivations,
    { qkv, wo, fc1, fc2 }: LayerViews,
    l: number,
    out: Float64Array,
    from: number,
    to: number,
  ): void {
    const { embd, block } = this.#sizes;
    const { norm: kind, postNorm, residual, activation } = this.#design;
    const hidden = 4 * embd;
    const [start, end] = [from * embd, to * embd];

    if (!postNorm) norm(kind, a.norm1, a.x, from, to, embd);
    linear(a.qkv, postNorm ? a.x : a.norm1.y, qkv, from, to, embd, 3 * embd);
    const places = this.#places[l];
    attend(a.found, a.qkv, a.attended, from, to, embd, places, this.#scale, block);
    const sum1 = postNorm ? a.sum1 : a.middle;
    linear(sum1, a.found, wo, from, to, embd, embd);
    if (residual) addTo(sum1, a.x, start, end);
    if (postNorm) norm(kind, a.norm1, sum1, from, to, embd, a.middle);

    if (!postNorm) norm(kind, a.norm2, a.middle, from, to, embd);
    linear(a.inner, postNorm ? a.middle : a.norm2.y, fc1, from, to, embd, hidden);
    if (activation === 'relu') relu(a.gated, a.inner, from * hidden, to * hidden);
    else {
      const { value } = ACTIVATIONS[activation];
      activate(a.gated, a.inner, value, from * hidden, to * hidden);
    }
    const sum2 = postNorm ? a.sum2 : out;
    linear(sum2, a.gated, fc2, from, to, hidden, embd);
    if (residual) addTo(sum2, a.middle, start, end);
    if (postNorm) norm(kind, a.norm2, sum2, from, to, embd, out);
  }

  /**
   * From the gradient of `act.last`, in `back.x`, to that of the embeddings, there too;
   * those of the weights go to `dw`, on from what is there if `goOn`.
   */
  backward(
    act: Activations,
    back: Gradients,
    w: Views,
    dw: Views,
    n: number,
    goOn: boolean,
    watch?: Watch,
  ): void {
    const { embd } = this.#sizes;
    for (let l = w.layers.length - 1; l >= 0; l--) {
      watch?.('out', l, back.x);
      this.#secondHalfBack(act.layers[l], back, w.layers[l], dw.layers[l], n, goOn);
      watch?.('inner', l, back.hidden);
      watch?.('middle', l, back.x);
      this.#firstHalfBack(act.layers[l], back, w.layers[l], dw.layers[l], l, n, goOn);
      watch?.('found', l, back.found);
      watch?.('qkv', l, back.qkv);
      watch?.('x', l, back.x);
    }
    back.normed.set(back.x);
    back.x.fill(0);
    const kind = this.#design.norm;
    const { x, normed, scratch } = back;
    normBack(kind, x, normed, act.norm0, act.embedded, scratch, n, embd);
    watch?.('embedded', 0, x);
  }

  /** From the gradient of a layer's end, in `back.x`, to that of its middle. */
  #secondHalfBack(
    a: LayerActivations,
    back: Gradients,
    w: LayerViews,
    d: LayerViews,
    n: number,
    goOn: boolean,
  ): void {
    const { embd } = this.#sizes;
    const { postNorm, activation } = this.#design;
    const hidden = 4 * embd;
    this.#sumBack(a.norm2, a.sum2, back, n);
    weightGradient(d.fc2, back.x, a.gated, n, hidden, embd, goOn);
    inputGradient(back.hidden, back.x, w.fc2, this.#rows.embd, n, hidden);
    if (activation === 'relu') reluBack(back.hidden, a.gated, n * hidden);
    else {
      const { slope } = ACTIVATIONS[activation];
      activateBack(back.hidden, a.inner, slope, n * hidden);
    }
    const read = postNorm ? a.middle : a.norm2.y;
    weightGradient(d.fc1, back.hidden, read, n, embd, hidden, goOn);
    inputGradient(back.normed, back.hidden, w.fc1, this.#rows.hidden, n, embd);
    this.#readBack(a.norm2, a.middle, back, n);
  }

  /** From the gradient of a layer's middle to that of what comes in. */
  #firstHalfBack(
    a: LayerActivations,
    back: Gradients,
    w: LayerViews,
    d: LayerViews,
    l: number,
    n: number,
    goOn: boolean,
  ): void {
    const { embd, block } = this.#sizes;
    const { postNorm } = this.#design;
    this.#sumBack(a.norm1, a.sum1, back, n);
    weightGradient(d.wo, back.x, a.found, n, embd, embd, goOn);
    inputGradient(back.found, back.x, w.wo, this.#rows.embd, n, embd);
    const { qkv, found, scores } = back;
    const places = this.#places[l];
    attendBack(
      qkv,
      found,
      a.qkv,
      a.attended,
      scores,
      n,
      embd,
      places,
      this.#scale,
      block,
    );
    const read = postNorm ? a.x : a.norm1.y;
    weightGradient(d.qkv, qkv, read, n, embd, 3 * embd, goOn);
    inputGradient(back.normed, qkv, w.qkv, this.#headRows[l], n, embd);
    this.#readBack(a.norm1, a.x, back, n);
  }

  /** Back through the norm that comes after a half, if it does. */
  #sumBack(
    after: LayerActivations['norm1'],
    sum: Float64Array,
    back: Gradients,
    n: number,
  ) {
    const { norm: kind, postNorm } = this.#design;
    if (!postNorm) return;
    back.normed.set(back.x);
    back.x.fill(0);
    const { embd } = this.#sizes;
    normBack(kind, back.x, back.normed, after, sum, back.scratch, n, embd);
  }

  /**
   * From `back.normed`, the gradient of what a half has read, and `back.x`, which came by
   * the way around it, to the gradient of what led to both.
   */
  #readBack(
    before: LayerActivations['norm1'],
    x: Float64Array,
    back: Gradients,
    n: number,
  ) {
    const { norm: kind, postNorm, residual } = this.#design;
    const { embd } = this.#sizes;
    if (!residual) back.x.fill(0);
    const inner = postNorm ? 'none' : kind;
    normBack(inner, back.x, back.normed, before, x, back.scratch, n, embd);
  }
}
