-- Bytes are text, 0x and lower-case hex, here as in the canonical encoding; a checksummed address is refused.
CREATE DOMAIN hex AS text CHECK (VALUE ~ '^0x([0-9a-f]{2})*$');
--> statement-breakpoint
CREATE DOMAIN hash32 AS text CHECK (VALUE ~ '^0x[0-9a-f]{64}$');
--> statement-breakpoint
CREATE DOMAIN address AS text CHECK (VALUE ~ '^0x[0-9a-f]{40}$');
--> statement-breakpoint
CREATE DOMAIN canonical_text AS text CHECK (json_typeof(VALUE::json) = 'object');
