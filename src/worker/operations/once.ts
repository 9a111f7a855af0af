/** Loaded once; from then on at hand. One that failed is tried anew when it is next asked for. */
export function once<M>(load: () => Promise<M>): () => Promise<M> {
  let loading: Promise<M> | null = null;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
}
