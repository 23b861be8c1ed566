import type { ReactNode } from "react";

type PanelProps = {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly end?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  /** Place in the single column of a phone. */
  readonly order?: number;
  readonly id?: string;
};

/** A ruled box with a head. Its title is a heading, so the page can be read by headings alone. */
export function Panel({ title, sub, end, foot, children, order, id }: PanelProps) {
  return (
    <section className="panel" data-order={order} id={id} aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        {sub !== undefined && <span className="sub">{sub}</span>}
        {end !== undefined && <span className="end">{end}</span>}
      </div>
      {children}
      {foot !== undefined && <div className="panel-foot">{foot}</div>}
    </section>
  );
}
