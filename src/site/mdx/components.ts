import { Bibliography } from '../pages/bibliography.tsx';
import { Glossary } from '../pages/glossary.tsx';
import { IdeaList, Lineage } from '../pages/history.tsx';
import { Anchor, Pre, Span } from './markdown.tsx';
import {
  Aside,
  Cite,
  Download,
  Fact,
  Idea,
  LensName,
  Only,
  Wide,
  Q,
  Sources,
  T,
  Term,
} from './prose.tsx';
import { Beat, Figure, Section } from './structure.tsx';

/** The words that content is written in. */
export const MDX_COMPONENTS: Record<string, unknown> = {
  Section,
  Beat,
  Figure,
  Q,
  T,
  Fact,
  LensName,
  Only,
  Wide,
  Term,
  Cite,
  Idea,
  Aside,
  Download,
  Sources,
  IdeaList,
  Lineage,
  Glossary,
  Bibliography,
  a: Anchor,
  pre: Pre,
  span: Span,
};
