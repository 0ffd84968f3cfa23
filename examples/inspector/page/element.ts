export type Child = Node | string | null | undefined | false | Child[];

const present = (child: Child): (Node | string)[] => {
  if (Array.isArray(child)) return child.flatMap(present);
  return child === null || child === undefined || child === false || child === '' ? [] : [child];
};

/** An element; an attribute that is a function listens. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | boolean | (() => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  fill(element, children);
  return element;
}

export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...present(children));
}
