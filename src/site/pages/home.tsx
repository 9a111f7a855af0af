import { contentOf } from '../content.ts';
import { MDX_COMPONENTS } from '../mdx/components.ts';
import { FigureIsland } from '../mdx/structure.tsx';
import { useServerPage } from '../server-page.tsx';
import { Century } from './century.tsx';

/** The front page: a sentence that is a computation, samples, the century; then what this is. */
export function Home() {
  const page = useServerPage();
  const Content = contentOf(page.locale, 'home')?.default;
  return (
    <>
      <div className="home-first">
        <FigureIsland name="loom" section={null} numbered={false} className="home-loom" />
        <Century />
      </div>
      {Content && <Content components={MDX_COMPONENTS} />}
    </>
  );
}
