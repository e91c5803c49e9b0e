-- What a facilitator calls a version ("Texte soumis au conseil municipal"); empty: it has its number alone.
ALTER TABLE article_versions ADD COLUMN name TEXT NOT NULL DEFAULT '';
