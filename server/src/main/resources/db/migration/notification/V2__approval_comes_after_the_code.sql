-- Codes are handed out from the submission on; the shipped words of the approval still told to fetch them then.
-- Where an administrator has written words of their own, those stay.
insert into notification.template (kind, version, subject_zh, body_zh, subject_en, body_en, changed_at, changed_by, reason)
select kind,
       2,
       subject_zh,
       '考生已正式报名，课程已经开通。已激活的考生可以开始学习；还没有激活的，在“激活码”里重发或打印激活条。',
       subject_en,
       'The candidate is registered and the course is open. Whoever has activated the account can begin to study; for the others print or reissue the slip under activation codes.',
       now(),
       '系统',
       '激活码自提交报名起就可以领取'
from notification.template shipped
where shipped.kind = 'APPLICATION_APPROVED'
  and shipped.version = 1
  and not exists (select from notification.template later where later.kind = shipped.kind and later.version > 1);
