-- Several heads may be asked about one message: what each was told and what each said stands with its own request.
alter table hotline.request add column asked text; -- the mayor's note or question
alter table hotline.request add column said text; -- the answer, the explanation, or why it is not for that office
