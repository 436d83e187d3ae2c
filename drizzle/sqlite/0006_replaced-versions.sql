CREATE TABLE `replaced_version` (
	`version_hash` text NOT NULL,
	`slug` text NOT NULL,
	`replaced_at` integer NOT NULL,
	PRIMARY KEY(`version_hash`, `slug`),
	FOREIGN KEY (`version_hash`) REFERENCES `page_version`(`hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slug`) REFERENCES `publication`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `publication_version` ON `publication` (`version_hash`);