-- Why a caller was told less than the whole reason: for auditors, and no part of what is hashed and proved.
alter table calls add column rule text;
