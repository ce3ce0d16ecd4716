-- Acts are noted by the tables themselves, so that none is missed, whoever writes. How they are read again:
-- src/server/replay.ts. What a practice server writes of its own is made again, not journaled.

CREATE TRIGGER act_never_altered BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'act is append-only'); END;
CREATE TRIGGER act_never_deleted BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'act is append-only'); END;

CREATE TRIGGER note_epoch AFTER INSERT ON epoch BEGIN
  INSERT INTO act (what, state) VALUES ('epoch', json_object('id', NEW.id, 'place', NEW.place, 'began_at', NEW.began_at));
END;

CREATE TRIGGER note_feed AFTER INSERT ON feed BEGIN
  INSERT INTO act (what, state) VALUES ('feed', json_object('id', NEW.id, 'province', NEW.province));
END;

CREATE TRIGGER note_epoch_feed AFTER INSERT ON epoch_feed BEGIN
  INSERT INTO act (what, state) VALUES ('epoch-feed', json_object('epoch', NEW.epoch, 'feed', NEW.feed, 'seq', NEW.seq));
END;

CREATE TRIGGER note_account AFTER INSERT ON account BEGIN
  INSERT INTO act (what, state) VALUES ('account', json_object('id', NEW.id, 'feed', NEW.feed, 'name', NEW.name, 'organisation', NEW.organisation,
    'offered', NEW.offered, 'created_at', NEW.created_at));
END;

CREATE TRIGGER note_account_altered AFTER UPDATE OF name, organisation ON account BEGIN
  INSERT INTO act (what, state) VALUES ('account', json_object('id', NEW.id, 'feed', NEW.feed, 'name', NEW.name, 'organisation', NEW.organisation,
    'offered', NEW.offered, 'created_at', NEW.created_at));
END;

CREATE TRIGGER note_role AFTER INSERT ON role BEGIN
  INSERT INTO act (what, state) VALUES ('role', json_object('account', NEW.account, 'role', NEW.role, 'unit', NEW.unit, 'from_date', NEW.from_date,
    'to_date', NEW.to_date));
END;

CREATE TRIGGER note_role_ended AFTER UPDATE OF to_date ON role BEGIN
  INSERT INTO act (what, state) VALUES ('role', json_object('account', NEW.account, 'role', NEW.role, 'unit', NEW.unit, 'from_date', NEW.from_date,
    'to_date', NEW.to_date));
END;

CREATE TRIGGER note_invitation AFTER INSERT ON invitation BEGIN
  INSERT INTO act (what, state) VALUES ('invitation', json_object('id', NEW.id, 'account', NEW.account, 'secret_hash', NEW.secret_hash,
    'code_hash', NEW.code_hash, 'secret_ends_at', NEW.secret_ends_at, 'code_ends_at', NEW.code_ends_at, 'made_at', NEW.made_at, 'device', NEW.device,
    'used_at', NEW.used_at));
END;

CREATE TRIGGER note_invitation_altered AFTER UPDATE ON invitation BEGIN
  INSERT INTO act (what, state) VALUES ('invitation', json_object('id', NEW.id, 'account', NEW.account, 'secret_hash', NEW.secret_hash,
    'code_hash', NEW.code_hash, 'secret_ends_at', NEW.secret_ends_at, 'code_ends_at', NEW.code_ends_at, 'made_at', NEW.made_at, 'device', NEW.device,
    'used_at', NEW.used_at));
END;

CREATE TRIGGER note_device AFTER INSERT ON device BEGIN
  INSERT INTO act (what, state) VALUES ('device', json_object('account', NEW.account, 'id', NEW.id, 'token_hash', NEW.token_hash, 'name', NEW.name,
    'created_at', NEW.created_at, 'revoked_at', NEW.revoked_at, 'forked_from', NEW.forked_from, 'forked_after', NEW.forked_after));
END;

CREATE TRIGGER note_device_altered AFTER UPDATE OF token_hash, name, revoked_at, forked_from, forked_after ON device BEGIN
  INSERT INTO act (what, state) VALUES ('device', json_object('account', NEW.account, 'id', NEW.id, 'token_hash', NEW.token_hash, 'name', NEW.name,
    'created_at', NEW.created_at, 'revoked_at', NEW.revoked_at, 'forked_from', NEW.forked_from, 'forked_after', NEW.forked_after));
END;

CREATE TRIGGER note_own_change AFTER INSERT ON change WHEN NEW.device IS NULL AND (SELECT practice FROM server) = 0 BEGIN
  INSERT INTO act (what, state) VALUES ('own-change', json_object('id', NEW.id, 'feed', NEW.feed, 'account', NEW.account, 'kind', NEW.kind,
    'record', NEW.record, 'at', NEW.at, 'body', json(NEW.body)));
END;

-- What was there before acts were noted.
INSERT INTO act (what, state) SELECT 'epoch', json_object('id', id, 'place', place, 'began_at', began_at) FROM epoch ORDER BY place;
INSERT INTO act (what, state) SELECT 'feed', json_object('id', id, 'province', province) FROM feed ORDER BY id;
INSERT INTO act (what, state) SELECT 'epoch-feed', json_object('epoch', epoch, 'feed', feed, 'seq', seq) FROM epoch_feed ORDER BY epoch, feed;
INSERT INTO act (what, state) SELECT 'account', json_object('id', id, 'feed', feed, 'name', name, 'organisation', organisation, 'offered', offered,
  'created_at', created_at) FROM account ORDER BY id;
INSERT INTO act (what, state) SELECT 'role', json_object('account', account, 'role', role, 'unit', unit, 'from_date', from_date, 'to_date', to_date)
  FROM role ORDER BY account, from_date, role, unit;
INSERT INTO act (what, state) SELECT 'invitation', json_object('id', id, 'account', account, 'secret_hash', secret_hash, 'code_hash', code_hash,
  'secret_ends_at', secret_ends_at, 'code_ends_at', code_ends_at, 'made_at', made_at, 'device', device, 'used_at', used_at) FROM invitation ORDER BY id;
INSERT INTO act (what, state) SELECT 'device', json_object('account', account, 'id', id, 'token_hash', token_hash, 'name', name, 'created_at', created_at,
  'revoked_at', revoked_at, 'forked_from', forked_from, 'forked_after', forked_after) FROM device ORDER BY created_at, account, id;
INSERT INTO act (what, state) SELECT 'own-change', json_object('id', id, 'feed', feed, 'account', account, 'kind', kind, 'record', record, 'at', at,
  'body', json(body)) FROM change WHERE device IS NULL AND (SELECT practice FROM server) = 0 ORDER BY feed, seq;
