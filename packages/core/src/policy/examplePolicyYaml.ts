/** A complete policy to start from: every field of the document, in its order. */
export const EXAMPLE_POLICY_YAML = `schema: ballast/policy/1
account: "0x5FbDB2315678afecb367f032d93F642f64180aa3"
chainId: 31337
baseAsset: ETH
version: 1
mode: propose
proposer: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"
looseningDelay: 1d
universe:
  - position: etherfi:weETH
    min: 20%
    target: 40%
    max: 60%
  - position: idle:WETH
    min: 5%
    target: 10%
    max: 30%
  - position: lido:wstETH
    min: 20%
    target: 50%
    max: 70%
caps:
  protocols:
    - venue: etherfi
      max: 60%
    - venue: lido
      max: 70%
  operators:
    - operator: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"
      max: 40%
  assets:
    - asset: stETH
      max: 80%
      treasury: 80%
    - asset: weETH
      max: 60%
  venueShare: 5%
  exitLiquidityShare: 50%
  sharedCauses:
    - kind: operator
      account: 100%
      treasury: 100%
    - kind: oracle
      account: 100%
      treasury: 100%
liquidity:
  - share: 5%
    within: 1h
  - share: 25%
    within: 7d
objective:
  horizon: 90d
  yieldWindow: 10m
costs:
  slippage: 0.3%
  emergencySlippage: 2%
  minimumNetGain: 0.2 ETH
  payback: 30d
  gasShareOfGain: 25%
  worstLossPerBatch: 0.5%
pace:
  cooldown: 10m
  dwell: 1h
  minimumTrade: 5 ETH
  turnoverPerDay: 50%
guards:
  window: 1d
  marketDepeg:
    threshold: 1%
    size: 50 ETH
    samples: 3
    response: freeze-entries
  backingLoss:
    threshold: 0%
    response: freeze-entries
  operatorSlashed:
    response: exit
  operatorAllocations:
    maxSlashable: 50%
    response: freeze-entries
  venuePaused:
    response: notify
  contractChanged:
    response: freeze-entries
  tvlDrop:
    threshold: 20%
    response: freeze-entries
  rateGrowth:
    maxPerYear: 100%
    maxPerSample: 1%
    response: freeze-entries
  exitQueue:
    limit: 172800 ETH
    growth: 115200 ETH
    response: notify
  ticketLoss:
    threshold: 0%
  ticketStuck:
    after: 50
  largeOutflow:
    threshold: 10%
    response: freeze-entries
  exitLiquidityFalling:
    threshold: 50%
    response: freeze-entries
  netYieldLow:
    benchmark: wstETH
    margin: 1%
    response: notify
  oracleDiverging:
    threshold: 2%
    samples: 3
    response: freeze-entries
  priceDrawdown:
    feed: ETH/USD
    threshold: 20%
    response: notify
  correlatedSlashing:
    causes: 2
    budget: 50%
    response: notify
  safeChanged:
    response: freeze-entries
  staleOracle:
    feeds:
      - stETH/ETH
      - weETH/ETH
    grace: 5m
  sourceSilent:
    quorum: 2
batch:
  maxCalls: 12
  maxGas: 3000000
proposalDeadline: 6h
`;
