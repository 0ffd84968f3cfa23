import elk, { type ElkExtendedEdge, type ElkNode } from 'elkjs';

/** A place in a picture; y grows downwards. */
export interface Point {
  x: number;
  y: number;
}

/** A space in a picture, from its left top corner. */
export interface Rectangle extends Point {
  width: number;
  height: number;
}

/** A box to be placed: `column` orders it from left to right, `rank` from top to bottom. */
export interface ToPlace {
  id: string;
  width: number;
  height: number;
  column: number;
  rank: number;
  /** The parts of its width at which arrows leave and arrive, by what they name; all of it, unless told. */
  parts?: { id: string; from: number; to: number }[];
}

/** An arrow to be routed; `trunk` names what arrows share that run together into their target. */
export interface ToRoute {
  id: string;
  from: string;
  to: string;
  label?: { width: number; height: number };
  trunk?: string;
  /** How much it matters that it runs straight; such an arrow takes the middle of its boxes. */
  straight?: boolean;
  /** Is not drawn: keeps one box below another. */
  hidden?: true;
}

/** Where everything went. */
export interface Placed {
  width: number;
  height: number;
  boxes: Map<string, Rectangle>;
  arrows: Map<string, { points: Point[]; label: Rectangle | null }>;
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.layered.crossingMinimization.semiInteractive': 'true',
  'elk.layered.thoroughness': '10',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.edgeNode': '9',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '6',
  'elk.layered.spacing.edgeNodeBetweenLayers': '5',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '5',
};

type Side = 'NORTH' | 'SOUTH';

interface Port {
  id: string;
  side: Side;
  straight: boolean;
  hidden: ToRoute['hidden'];
  x: number;
}

const round = (value: number): number => Math.round(value * 2) / 2;

/** Where the ports of one side go: the straight one in the middle, the others spread over the halves beside it. */
function spread(ports: Port[], left: number, right: number): Map<string, number> {
  const places = new Map<string, number>();
  const evenly = (some: Port[], from: number, to: number) => {
    for (const [at, { id }] of some.entries())
      places.set(id, round(from + ((at + 1) * (to - from)) / (some.length + 1)));
  };
  for (const { id, hidden } of ports) if (hidden) places.set(id, (left + right) / 2);
  const drawn = ports.filter(({ hidden }) => !hidden);
  const straight = drawn.findIndex((port) => port.straight);
  const middle = (left + right) / 2;
  if (straight < 0) evenly(drawn, left, right);
  else {
    places.set(drawn[straight]?.id ?? '', round(middle));
    evenly(drawn.slice(0, straight), left, middle);
    evenly(drawn.slice(straight + 1), middle, right);
  }
  return places;
}

/**
 * Places boxes and routes arrows, each label on its own arrow. Lays out twice: first freely, to learn in which order the
 * arrows reach each box, then with the straight ones in the middle of their boxes.
 */
export async function place(boxes: ToPlace[], arrows: ToRoute[], seed = 1): Promise<Placed> {
  const partsOf = ({ id, width, parts = [{ id, from: 0, to: width }] }: ToPlace) => parts;
  const rank = new Map(boxes.flatMap((box) => partsOf(box).map(({ id }) => [id, box.rank])));
  const isBack = ({ from, to }: ToRoute): boolean => (rank.get(from) ?? 0) > (rank.get(to) ?? 0);
  const portsOf = (arrow: ToRoute) => {
    const start = arrow.hidden ? `${arrow.from}<${arrow.trunk}` : `${arrow.id}<`;
    const end = arrow.trunk ? `${arrow.to}>${arrow.trunk}` : `${arrow.id}>`;
    return isBack(arrow) ? { upper: end, lower: start } : { upper: start, lower: end };
  };

  const lay = async (fixed: Map<string, Port[]> | null): Promise<ElkNode> => {
    const ports = new Map<string, ElkNode['ports'] & object>();
    const addPort = (box: string, id: string, side: Side) => {
      const own = ports.get(box) ?? [];
      ports.set(box, own);
      if (!own.some((port) => port.id === id))
        own.push({ id, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } });
    };
    const edges = arrows.map((arrow): ElkExtendedEdge => {
      const back = isBack(arrow);
      const { upper, lower } = portsOf(arrow);
      addPort(back ? arrow.to : arrow.from, upper, 'SOUTH');
      addPort(back ? arrow.from : arrow.to, lower, 'NORTH');
      return {
        id: arrow.id,
        sources: [upper],
        targets: [lower],
        labels: arrow.label ? [{ text: ' ', ...arrow.label, layoutOptions: { 'elk.edgeLabels.inline': 'true' } }] : [],
        layoutOptions: {
          'elk.layered.priority.straightness': arrow.straight ? '50000' : arrow.hidden ? '0' : '1',
          'elk.layered.priority.shortness': arrow.straight ? '10' : '1',
          'elk.layered.edgeLabels.centerLabelPlacementStrategy': back ? 'HEAD_LAYER' : 'TAIL_LAYER',
        },
      };
    });
    const children = boxes.map((box): ElkNode => {
      const { id, width, height, column, rank } = box;
      const own = partsOf(box).flatMap((part) => {
        const here = ports.get(part.id) ?? [];
        const settled = fixed?.get(id)?.filter((port) => here.some((one) => one.id === port.id)) ?? [];
        for (const side of ['NORTH', 'SOUTH'] as const) {
          const places = spread(
            settled.filter((port) => port.side === side),
            part.from,
            part.to,
          );
          for (const port of here)
            if (places.has(port.id)) Object.assign(port, { x: places.get(port.id), y: side === 'NORTH' ? 0 : height });
        }
        return here;
      });
      return {
        id,
        width,
        height,
        ports: own,
        layoutOptions: {
          'elk.position': `(${column},${rank * 10})`,
          'elk.portConstraints': fixed ? 'FIXED_POS' : 'FIXED_SIDE',
        },
      };
    });
    return new elk.default().layout({
      id: 'picture',
      layoutOptions: {
        ...options,
        'elk.randomSeed': String(seed),
        // The first time only the order is looked at, so the quick way will do.
        'elk.layered.nodePlacement.strategy': fixed ? 'NETWORK_SIMPLEX' : 'BRANDES_KOEPF',
      },
      children,
      edges,
    }) as Promise<ElkNode>;
  };

  const first = await lay(null);
  const straight = new Set(arrows.filter(({ straight }) => straight).flatMap((arrow) => Object.values(portsOf(arrow))));
  const hidden = new Map(
    arrows.flatMap((arrow) =>
      arrow.hidden ? Object.values(portsOf(arrow)).map((port) => [port, arrow.hidden] as const) : [],
    ),
  );
  const order = new Map(
    (first.children ?? []).map((box) => [
      box.id,
      (box.ports ?? [])
        .map(
          (port): Port => ({
            id: port.id,
            side: (port.y ?? 0) <= 0 ? 'NORTH' : 'SOUTH',
            straight: straight.has(port.id),
            hidden: hidden.get(port.id),
            x: port.x ?? 0,
          }),
        )
        .sort((one, other) => one.x - other.x),
    ]),
  );
  const { children = [], edges = [], width = 0, height = 0 } = await lay(order);

  return {
    width,
    height,
    boxes: new Map(children.map(({ id, x = 0, y = 0, width = 0, height = 0 }) => [id, { x, y, width, height }])),
    arrows: new Map(
      arrows.flatMap((arrow) => {
        const edge = edges.find(({ id }) => id === arrow.id);
        const section = edge?.sections?.[0];
        if (arrow.hidden || !section) return [];
        const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({
          x,
          y,
        }));
        const [label] = edge.labels ?? [];
        const placed = label && {
          x: label.x ?? 0,
          y: label.y ?? 0,
          width: label.width ?? 0,
          height: label.height ?? 0,
        };
        return [[arrow.id, { points: isBack(arrow) ? points.reverse() : points, label: placed ?? null }] as const];
      }),
    ),
  };
}
