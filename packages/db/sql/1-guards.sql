-- Fencing. A row that belongs to a chain's sweep or an account's lane is written only with the current epoch of its
-- lease. FOR KEY SHARE waits for a takeover under way and, until this transaction ends, makes the next one wait.
CREATE OR REPLACE FUNCTION demand_current_epoch(lease text, shown bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  current_epoch bigint;
BEGIN
  SELECT epoch INTO current_epoch FROM leases WHERE name = lease FOR KEY SHARE;
  IF current_epoch IS DISTINCT FROM shown THEN
    RAISE EXCEPTION USING ERRCODE = 'BL001',
      MESSAGE = format('lease %s: epoch %s was shown, %s is current', lease, shown, coalesce(current_epoch::text, 'none')),
      DETAIL = json_build_object('lease', lease, 'shown', shown::text, 'current', current_epoch::text)::text;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION guard_sweep() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM demand_current_epoch('sweep:' || OLD.chain_id, OLD.epoch);
    RETURN OLD;
  END IF;
  PERFORM demand_current_epoch('sweep:' || NEW.chain_id, NEW.epoch);
  IF TG_OP = 'UPDATE' AND OLD.chain_id <> NEW.chain_id THEN
    RAISE EXCEPTION USING ERRCODE = 'BL002', MESSAGE = format('a row of %I cannot move to another chain', TG_TABLE_NAME);
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_lane() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM demand_current_epoch('lane:' || OLD.chain_id || ':' || OLD.account, OLD.epoch);
    RETURN OLD;
  END IF;
  PERFORM demand_current_epoch('lane:' || NEW.chain_id || ':' || NEW.account, NEW.epoch);
  IF TG_OP = 'UPDATE' AND (OLD.chain_id <> NEW.chain_id OR OLD.account <> NEW.account) THEN
    RAISE EXCEPTION USING ERRCODE = 'BL002', MESSAGE = format('a row of %I cannot move to another account', TG_TABLE_NAME);
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['blocks', 'sweeps', 'samples', 'ticket_events', 'ticket_scans'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER a_guard_sweep BEFORE INSERT OR UPDATE OR DELETE ON %I '
      'FOR EACH ROW EXECUTE FUNCTION guard_sweep()', guarded);
  END LOOP;
  FOREACH guarded IN ARRAY ARRAY['ticks', 'proposals', 'proposal_events', 'nonce_reservations', 'tickets'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER a_guard_lane BEFORE INSERT OR UPDATE OR DELETE ON %I '
      'FOR EACH ROW EXECUTE FUNCTION guard_lane()', guarded);
  END LOOP;
END $$;

-- A tick only goes forward: no earlier step, no other product in place of a stored one, nothing after its outcome.
CREATE OR REPLACE FUNCTION ticks_go_forward() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  product text;
  was jsonb := to_jsonb(OLD);
  becomes jsonb := to_jsonb(NEW);
BEGIN
  IF OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'BL002', MESSAGE = format('tick %s has ended as %s', OLD.id, OLD.outcome);
  END IF;
  IF NEW.step < OLD.step THEN
    RAISE EXCEPTION USING ERRCODE = 'BL002',
      MESSAGE = format('tick %s is at step %s and cannot go back to %s', OLD.id, OLD.step, NEW.step);
  END IF;
  FOREACH product IN ARRAY ARRAY['id', 'sweep_id', 'block_hash', 'block_number', 'inputs', 'snapshot_id', 'history_id',
    'policy_id', 'open_work_id', 'allocation_id', 'decision_id', 'plan_id', 'simulation_id', 'bundle_id', 'safe_tx_hash',
    'started_at'] LOOP
    IF was -> product <> 'null'::jsonb AND was -> product <> becomes -> product THEN
      RAISE EXCEPTION USING ERRCODE = 'BL002',
        MESSAGE = format('tick %s has %s %s already, not %s', OLD.id, product, was -> product, becomes -> product);
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER b_go_forward BEFORE UPDATE ON ticks FOR EACH ROW EXECUTE FUNCTION ticks_go_forward();
