-- One office more: the staff of a community's centre, who keep its rooms and its week and see no case by virtue of it.
alter table people.grants
  drop constraint grants_role_check,
  add constraint grants_role_check
  check (role in ('gridWorker', 'partTimeWorker', 'microGridHead', 'gridLeader', 'deputyLeader', 'gridInstructor',
                  'communityDuty', 'communitySecretary', 'centreStaff', 'streetDispatcher', 'streetCommander',
                  'sectionHead', 'postMember', 'unitHead', 'unitMember', 'districtDispatcher', 'districtCommander',
                  'cityDispatcher', 'cityCommander', 'ruleKeeper', 'supervisionCommittee', 'systemAdmin',
                  'securityAdmin', 'auditAdmin'));
