import fc from "fast-check";
import { rateSeries } from "../history/seriesOf.ts";
import type { Sample } from "../history/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { UnixSeconds } from "../units/brands.ts";
import { contexts } from "./arbitraryWorld.ts";
import { moveOf, proposalOf } from "./moves.ts";
import { troubled } from "./troubled.ts";
import { contextOf, WEETH, WSTETH } from "./world.ts";

type Fault = (context: RuleContext) => RuleContext;

const missing = fc
  .constantFrom(
    "position:lido:wstETH",
    "rate:wstETH",
    "route:uniswap-v3:weETH>WETH",
    "exit:lido:wstETH:queue",
    "gas",
    "odd",
  )
  .map(
    (subject): Fault =>
      (context) => ({
        ...context,
        snapshot: { ...context.snapshot, missing: [{ subject, code: "rpc", retry: true, detail: "" }] },
      }),
  );

const silent: Fault = (context) => ({
  ...context,
  snapshot: { ...context.snapshot, heads: context.snapshot.heads.slice(1) },
});

const stale = fc.bigInt({ min: 0n, max: 9_000n }).map(
  (age): Fault =>
    (context) => ({
      ...context,
      snapshot: {
        ...context.snapshot,
        feeds: context.snapshot.feeds.map((feed) => ({
          ...feed,
          updatedAt: (feed.updatedAt - age) as UnixSeconds,
        })),
      },
    }),
);

/** Rates stood this much higher (a loss since) or lower (a leap since), in hundredths of a per cent. */
const moved = fc.bigInt({ min: -900n, max: 900n }).map(
  (by): Fault =>
    (context) => {
      const shifted = (sample: Sample): Sample => ({
        ...sample,
        value: ((sample.value * (10_000n + by)) / 10_000n) as Sample["value"],
      });
      const rates = new Set(context.snapshot.rates.map(({ asset }) => rateSeries(asset)));
      return {
        ...context,
        history: {
          ...context.history,
          series: context.history.series.map((each) =>
            rates.has(each.id) ? { ...each, samples: each.samples.map(shifted) } : each,
          ),
        },
      };
    },
);

/** The market fell this far below the rate, now and for so many samples, in hundredths of a per cent. */
const depegged = fc.record({ by: fc.bigInt({ min: 1n, max: 400n }), samples: fc.nat({ max: 5 }) }).map(
  ({ by, samples }): Fault =>
    (context) => {
      const less = (value: bigint) => (value * (10_000n - by)) / 10_000n;
      const fallen = (list: readonly Sample[]) =>
        list.map((each, i) =>
          i >= list.length - samples ? { ...each, value: less(each.value) as Sample["value"] } : each,
        );
      return {
        ...context,
        snapshot: {
          ...context.snapshot,
          curves: context.snapshot.curves.map((curve) => ({
            ...curve,
            points: curve.points.map((point) => ({
              ...point,
              amountOut: less(point.amountOut) as typeof point.amountOut,
            })),
          })),
        },
        history: {
          ...context.history,
          series: context.history.series.map((each) =>
            each.id.startsWith("market:") ? { ...each, samples: fallen(each.samples) } : each,
          ),
        },
      };
    },
);

const busy = fc.constantFrom<Fault>(
  (context) => ({
    ...context,
    openWork: {
      ...context.openWork,
      recent: [moveOf({ executed: 600n, entered: ["lido:wstETH"], exited: ["etherfi:weETH"] })],
    },
  }),
  (context) => ({ ...context, openWork: { ...context.openWork, proposals: [proposalOf()] } }),
);

const faults = fc.oneof(missing, fc.constant(silent), stale, moved, depegged, busy);

/** Two positions in one venue, whose cap sees them together. */
const sharedVenue = fc
  .record({
    depth: fc.constantFrom("100", "40000"),
    one: fc.constantFrom("50", "300", "600"),
    other: fc.constantFrom("0", "10", "200"),
    idle: fc.constantFrom("0", "60", "400"),
  })
  .map(({ depth, one, other, idle }) =>
    contextOf({
      stakes: [
        { ...WSTETH, value: one, depth },
        { ...WSTETH, position: "lido:stETH", rate: "1", value: other, yield: "9" },
        WEETH,
      ],
      idle,
    }),
  );

/** Accounts of every kind, in which up to three things went wrong. */
export const troubledContexts: fc.Arbitrary<RuleContext> = fc
  .record({
    context: fc.oneof({ weight: 3, arbitrary: contexts }, sharedVenue, fc.constantFrom(...troubled)),
    wrong: fc.oneof({ weight: 2, arbitrary: fc.constant<Fault[]>([]) }, fc.array(faults, { maxLength: 3 })),
  })
  .map(({ context, wrong }) => wrong.reduce((current, fault) => fault(current), context));
