import { FigureIsland } from '../mdx/structure.tsx';

/** The front page: one sentence that is a computation, and the samples it comes from. */
export function Home() {
  return <FigureIsland name="loom" section={null} numbered={false} className="home-loom" />;
}
