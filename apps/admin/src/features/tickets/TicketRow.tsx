import Link from "next/link";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Countdown } from "../../components/Countdown.tsx";
import { Icon } from "../../components/Icon.tsx";
import { LevelBadge } from "../../components/LevelBadge.tsx";
import type { TicketPayment, TicketView, TicketWhen } from "./ticketsView.ts";

/** One withdrawal: what it left, where it stands, what it pays and what it has lost, when it can be claimed. */
export function TicketRow({ ticket }: { readonly ticket: TicketView }) {
  const { name, category, left, operator, look, payments, when } = ticket;
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-[9px]">
          <i className="swatch" data-cat={category} />
          <span className="min-w-0">
            {name}
            <small className="block text-2xs text-ink-3 font-normal">
              {left}
              {operator !== null && (
                <span className="flex items-center whitespace-nowrap">
                  Operator&nbsp;<span className="font-mono">{operator.name}</span>
                  <CopyButton value={operator.address} what="operator address" />
                </span>
              )}
            </small>
          </span>
        </span>
      </th>
      <td data-label="State">
        <span className="level" data-level={look.tone}>
          <Icon name={look.icon} size={13} />
          {look.word}
        </span>
        <Next ticket={ticket} />
      </td>
      <td className="r" data-label="Pays now">
        {payments.length === 0 ? (
          <LevelBadge level="unknown" />
        ) : (
          payments.map((payment) => <Payment key={payment.asset} payment={payment} />)
        )}
      </td>
      <td data-label="Can be claimed">
        <When when={when} />
      </td>
    </tr>
  );
}

function Next({ ticket: { next, href, stale } }: { readonly ticket: TicketView }) {
  return (
    <span className="block text-xs text-ink-2 mt-1">
      {href === null ? (
        next
      ) : (
        <Link prefetch={false} className="link" href={href}>
          {next}
        </Link>
      )}
      {stale !== "" && <span className="block text-unknown">{stale}</span>}
    </span>
  );
}

function Payment({ payment: { promised, pays, paysExact, loss } }: { readonly payment: TicketPayment }) {
  return (
    <span className="block">
      <span className="font-medium" title={paysExact}>
        {pays ?? <LevelBadge level="unknown" />}
      </span>
      {promised !== null && promised !== pays && (
        <small className="block text-2xs text-ink-3">{promised} promised</small>
      )}
      {loss !== null && <small className="block text-2xs text-critical font-medium">{loss} lost</small>}
    </span>
  );
}

function When({ when }: { readonly when: TicketWhen }) {
  switch (when.kind) {
    case "now":
      return <span className="font-medium">Now</span>;
    case "stopped":
      return <span className="text-warning">Not now: {when.because}</span>;
    case "ended":
      return <span>Ended in block {when.block}</span>;
    case "no-date":
      return (
        <>
          No date promised
          <small className="block text-2xs text-ink-3">
            {when.ahead === "" ? "What waits before it is not known" : `${when.ahead} before it in the queue`}
          </small>
        </>
      );
    case "block":
      return (
        <>
          <span className="whitespace-nowrap">
            In about <Countdown until={when.at} over="a moment" />
          </span>
          <small className="block text-2xs text-ink-3">From block {when.block}, time is an estimate</small>
        </>
      );
  }
}
