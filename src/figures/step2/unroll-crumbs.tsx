import { integer } from '../../charts/index.ts';
import type { Unrolled } from '../../engine/explain/unroll.ts';
import type { Depth } from './unroll-layout.ts';
import { groupName, nodeName, partName, type Naming } from './unroll-names.ts';
import type { Plan } from './unroll-plan.ts';
import type { View } from './unroll-view.ts';

const whole = integer();

interface Props {
  naming: Naming;
  name: string;
  record: Unrolled;
  plan: Plan;
  node: number;
  depth: Depth;
  form: View['form'];
  onDepth: (depth: Depth) => void;
  /** Look at what the part comes to. */
  onPart: () => void;
  onForm: (form: View['form']) => void;
}

/** The way from the name to the number: each word goes back to its level. */
export function Crumbs(props: Props) {
  const { naming, name, record, plan, node, depth } = props;
  const { words } = naming;
  const part = plan.parts[plan.partOf[node]];
  const group = plan.groups[part.group];
  const layer = plan.layersOf(part.group).find((one) => one.layer === part.layer);
  const mine = <bdi className="letter q-lens">{name}</bdi>;
  const all = [
    { key: 'name', said: mine, count: record.kind.length, go: () => props.onDepth(0) },
    {
      key: 'group',
      said: groupName(naming, group),
      count: group.nodes,
      go: () => props.onDepth(1),
    },
    ...(group.kind === 'mean'
      ? []
      : [
          {
            key: 'layer',
            said: words.text(`crumb.${part.layer}`),
            count: layer?.nodes ?? 0,
            go: () => props.onDepth(2),
          },
          { key: 'part', said: partName(naming, part), count: part.nodes.length, go: props.onPart },
        ]),
    {
      key: 'node',
      said: nodeName(naming, record, plan, node),
      count: 1,
      go: () => props.onDepth(3),
    },
  ];
  const shown = depth === 3 ? all : all.slice(0, depth + 1);
  return (
    <div className="unroll-head-row">
      <nav className="unroll-crumbs" aria-label={words.text('crumbs')}>
        <ol>
          {shown.map(({ key, said, count, go }, k) => (
            <li key={key}>
              <button
                type="button"
                aria-current={k === shown.length - 1 ? 'location' : undefined}
                onClick={go}
              >
                {said} {count > 1 && <span className="num">{whole(count)}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <button
        type="button"
        className="tool unroll-form"
        aria-pressed={props.form === 'list'}
        onClick={() => props.onForm(props.form === 'list' ? 'picture' : 'list')}
      >
        {words.text(props.form === 'list' ? 'asPicture' : 'asList')}
      </button>
    </div>
  );
}
