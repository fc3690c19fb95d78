-- Web push: a third way to be told, through the push service of somebody's browser, without a number or a mailbox.
alter table exchange.alerts
  drop constraint alerts_channel_check,
  add constraint alerts_channel_check check (channel in ('sms', 'mail', 'push'));
alter table notices.messages
  drop constraint messages_channel_check,
  add constraint messages_channel_check check (channel in ('sms', 'mail', 'push'));
comment on column exchange.alerts.sealed_contact is
  'Where to, and the secret of its links. Of a browser: its address at its push service, with the key that only it can read by.';

-- With the key file it gives the pair of keys by which push services know us; neither of the two alone does.
insert into kit.settings (name, value) values ('push.salt', to_jsonb(gen_random_uuid()::text));
