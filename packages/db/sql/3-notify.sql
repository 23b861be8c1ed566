-- Every change that a screen shows goes out on ballast_changes as {table, account}. Equal messages of one transaction
-- arrive once. The argument says where the account is found.
CREATE OR REPLACE FUNCTION notify_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  account text;
BEGIN
  CASE TG_ARGV[0]
    WHEN 'account' THEN account := NEW.account;
    WHEN 'address' THEN account := NEW.address;
    WHEN 'proposal' THEN SELECT p.account INTO account FROM proposals p WHERE p.safe_tx_hash = NEW.safe_tx_hash;
    WHEN 'policy' THEN SELECT p.account INTO account FROM policies p WHERE p.id = NEW.policy_id;
    WHEN 'incident' THEN SELECT i.account INTO account FROM incidents i WHERE i.id = NEW.incident_id;
    ELSE account := NULL;
  END CASE;
  PERFORM pg_notify('ballast_changes', json_build_object('table', TG_TABLE_NAME, 'account', account)::text);
  RETURN NULL;
END $$;

DO $$
DECLARE
  noted record;
BEGIN
  FOR noted IN SELECT * FROM (VALUES
    ('accounts', 'address'), ('ticks', 'account'), ('tickets', 'account'), ('proposals', 'account'), ('signatures', 'proposal'),
    ('policies', 'account'), ('policy_approvals', 'policy'), ('incidents', 'account'), ('incident_events', 'incident'),
    ('requests', 'account'), ('keeper_status', 'none')) AS t(name, argument) LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER z_notify AFTER INSERT OR UPDATE ON %I '
      'FOR EACH ROW EXECUTE FUNCTION notify_change(%L)', noted.name, noted.argument);
  END LOOP;
END $$;
CREATE OR REPLACE TRIGGER z_notify AFTER UPDATE ON blocks
  FOR EACH ROW WHEN (OLD.canonical <> NEW.canonical) EXECUTE FUNCTION notify_change('none');
