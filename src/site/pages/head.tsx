import { renderToStaticMarkup } from 'react-dom/server';
import { references } from 'virtual:references';
import type { PageAssets } from '../../build/prerender.ts';
import { THEME_SCRIPT } from '../browser/theme-script.ts';

interface HeadProps {
  title: string;
  siteTitle: string;
  description: string;
  path: string;
  base: string;
  origin: string | null;
  assets: PageAssets;
  /** Styles of equations are fetched only where there are some. */
  equations: boolean;
  /** The rooms of its figures, whose styles it needs. */
  rooms: readonly string[];
  /** Kept out of search results. */
  hidden: boolean;
  locale: string;
  /** Ids of the references that its text cites. */
  cited: readonly string[];
}

/** Who is cited, and for when. */
const AUTHORS = 'The MicroGPT Visualized authors';
const YEAR = 2026;

/** The page as a reference manager or a search engine reads it: schema.org's terms, as JSON-LD. */
function citationOf({ title, siteTitle, locale, cited }: HeadProps, url: string | null) {
  const sources = cited.flatMap((id) => references[id].url ?? []);
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: title,
    url: url ?? undefined,
    inLanguage: locale,
    datePublished: String(YEAR),
    author: { '@type': 'Organization', name: AUTHORS },
    isPartOf: { '@type': 'WebSite', name: siteTitle },
    license: 'https://spdx.org/licenses/MIT.html',
    citation: sources.length > 0 ? sources : undefined,
  }).replaceAll('<', '\\u003c');
}

/** Everything in a page's `<head>` besides its character set and viewport. */
export function headOf(props: HeadProps): string {
  const { title, siteTitle, description, path, base, origin, assets } = props;
  const full = path === '' ? siteTitle : `${title} · ${siteTitle}`;
  const url = origin === null ? null : origin + base + path;
  const image = `${origin ?? ''}${base}social.png`;
  const styles = [
    ...assets.styles,
    ...props.rooms.flatMap((room) => assets.roomStyles[room] ?? []),
    ...(props.equations ? assets.mathStyles : []),
  ];
  return renderToStaticMarkup(
    <>
      <title>{full}</title>
      <meta name="description" content={description} />
      {props.hidden && <meta name="robots" content="noindex" />}
      {url && <link rel="canonical" href={url} />}
      <meta property="og:title" content={full} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:locale" content={props.locale} />
      {url && <meta property="og:url" content={url} />}
      <meta property="og:image" content={image} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="citation_title" content={full} />
      <meta name="citation_author" content={AUTHORS} />
      <meta name="citation_publication_date" content={String(YEAR)} />
      <meta name="citation_language" content={props.locale} />
      {url && <meta name="citation_public_url" content={url} />}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: citationOf(props, url) }}
      />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fcf9f3" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#181511" />
      <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      {assets.fonts.map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="" href={href} />
      ))}
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <link rel="icon" type="image/svg+xml" href={`${base}icon.svg`} />
      {assets.scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </>,
  );
}
