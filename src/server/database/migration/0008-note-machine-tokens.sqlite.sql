-- Tokens of other systems are acts, too: one that was revoked stays so after a backup was put back.

CREATE TRIGGER note_machine_token AFTER INSERT ON machine_token BEGIN
  INSERT INTO act (what, state) VALUES ('machine-token', json_object('id', NEW.id, 'feed', NEW.feed, 'name', NEW.name, 'token_hash', NEW.token_hash,
    'unit', NEW.unit, 'programmes', NEW.programmes, 'small', NEW.small, 'to_date', NEW.to_date, 'made_at', NEW.made_at, 'revoked_at', NEW.revoked_at));
END;

CREATE TRIGGER note_machine_token_altered AFTER UPDATE ON machine_token BEGIN
  INSERT INTO act (what, state) VALUES ('machine-token', json_object('id', NEW.id, 'feed', NEW.feed, 'name', NEW.name, 'token_hash', NEW.token_hash,
    'unit', NEW.unit, 'programmes', NEW.programmes, 'small', NEW.small, 'to_date', NEW.to_date, 'made_at', NEW.made_at, 'revoked_at', NEW.revoked_at));
END;
