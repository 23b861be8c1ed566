-- Who may do what. Everything is taken away first, so that this page is the whole truth.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ballast_keeper, ballast_admin, ballast_devnet', current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, ballast_keeper, ballast_admin, ballast_devnet;
REVOKE ALL ON ALL TABLES IN SCHEMA admin FROM PUBLIC, ballast_keeper, ballast_admin, ballast_devnet;
GRANT USAGE ON SCHEMA public TO ballast_keeper, ballast_admin, ballast_devnet;
GRANT USAGE ON SCHEMA admin TO ballast_admin;

-- The keeper writes what it read, decided and did. Policies and approvals it only reads.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ballast_keeper;
GRANT INSERT ON chain_identity, treasuries, accounts, leases, blocks, sweeps, documents, ticks, samples, proposals,
  nonce_reservations, proposal_events, signatures, incidents, incident_events, requests, keeper_status, ticket_events,
  ticket_scans, tickets TO ballast_keeper;
GRANT UPDATE ON leases, blocks, sweeps, ticks, proposals, nonce_reservations, incidents, requests, keeper_status,
  ticket_events, ticket_scans, tickets TO ballast_keeper;

-- The admin asks, writes policies and carries signatures. Nothing that the keeper decided is in its reach.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ballast_admin;
GRANT INSERT ON requests, policies, policy_approvals, signatures, incident_events TO ballast_admin;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA admin TO ballast_admin;

-- The devnet seeds a treasury and answers scenario requests.
GRANT SELECT, INSERT ON chain_identity, treasuries, accounts, policies, policy_approvals, requests TO ballast_devnet;
GRANT UPDATE ON requests TO ballast_devnet;

-- Anybody may add to the audit log, in these three columns only; the trigger fills in the others.
GRANT SELECT ON audit, audit_head TO ballast_devnet;
GRANT INSERT (actor, kind, payload) ON audit TO ballast_keeper, ballast_admin, ballast_devnet;

-- Rows of requests: asked as queued, answered only by the side that the kind belongs to.
ALTER TABLE requests ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS read_requests ON requests;
DROP POLICY IF EXISTS ask ON requests;
DROP POLICY IF EXISTS keeper_answers ON requests;
DROP POLICY IF EXISTS devnet_answers ON requests;
CREATE POLICY read_requests ON requests FOR SELECT TO ballast_keeper, ballast_admin, ballast_devnet USING (true);
CREATE POLICY ask ON requests FOR INSERT TO ballast_keeper, ballast_admin, ballast_devnet WITH CHECK (state = 'queued');
CREATE POLICY keeper_answers ON requests FOR UPDATE TO ballast_keeper
  USING (kind <> 'devnet-scenario') WITH CHECK (kind <> 'devnet-scenario');
CREATE POLICY devnet_answers ON requests FOR UPDATE TO ballast_devnet
  USING (kind = 'devnet-scenario') WITH CHECK (kind = 'devnet-scenario');

-- Incidents are the keeper's; people acknowledge them and add notes.
ALTER TABLE incident_events ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS read_events ON incident_events;
DROP POLICY IF EXISTS keeper_tells ON incident_events;
DROP POLICY IF EXISTS admin_acknowledges ON incident_events;
CREATE POLICY read_events ON incident_events FOR SELECT TO ballast_keeper, ballast_admin USING (true);
CREATE POLICY keeper_tells ON incident_events FOR INSERT TO ballast_keeper WITH CHECK (true);
CREATE POLICY admin_acknowledges ON incident_events FOR INSERT TO ballast_admin
  WITH CHECK (kind IN ('acknowledged', 'noted'));
