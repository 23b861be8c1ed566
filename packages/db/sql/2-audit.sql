-- The chain is computed here and nowhere else: whatever a writer sends for these columns is overwritten, and the lock
-- on the head puts writers in a row. The encoding is written down in src/schema/audit.ts.
INSERT INTO audit_head (seq, hash) VALUES (0, '0x' || repeat('0', 64)) ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head audit_head;
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := floor(extract(epoch FROM clock_timestamp()))::bigint;
  NEW.role := session_user;
  NEW.previous := head.hash;
  NEW.hash := '0x' || encode(sha256(convert_to(
    E'ballast/v1/audit\n' || format(
      '{"actor":"%s","at":{"$int":"%s"},"kind":"%s","payload":%s,"previous":"%s","role":"%s","seq":{"$int":"%s"}}',
      NEW.actor, NEW.at, NEW.kind, NEW.payload, NEW.previous, NEW.role, NEW.seq),
    'UTF8')), 'hex');
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER a_chain BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_chain();

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BL003', MESSAGE = format('%I is insert-only', TG_TABLE_NAME);
END $$;
CREATE OR REPLACE TRIGGER b_insert_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER b_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
