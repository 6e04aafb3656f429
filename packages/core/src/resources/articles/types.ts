import type { ContentTexts } from '../description-texts.js';
import type { Availability, MediaType, Open } from '../vocabulary.js';

/** What an article has in a list and from `get`. Times are ISO-8601. */
export interface ArticleSummary {
  readonly id: number;
  /** An older member; the picture is in `coverImage`. */
  readonly cover: string | null;
  readonly title: string;
  readonly publishedAt: string | null;
  /** Sum of maturity bits: PG 1, PG-13 2, R 4, X 8, XXX 16, blocked 32; 0 unrated. */
  readonly nsfwLevel: number;
  /** The same, as the author rated it. */
  readonly userNsfwLevel: number;
  readonly userId: number;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly availability: Availability;
  readonly status: ArticleStatus;
  readonly tags: readonly ArticleTag[];
  /** `null` when the counters cannot be had at the moment. */
  readonly stats: ArticleStats | null;
  readonly user: ArticleAuthor;
  readonly coverImage: ArticleCover | null;
}

/** An article as a list shows it. */
export interface Article extends ArticleSummary {
  readonly coverId: number | null;
  readonly unlisted: boolean;
  readonly cosmetic: unknown;
}

/** An article with its text. */
export interface ArticleDetail extends ArticleSummary, ContentTexts {
  /** HTML. */
  readonly content: string;
  /** The text as a ProseMirror document. */
  readonly contentJson?: Readonly<Record<string, unknown>>;
  readonly contentImages: readonly ContentImage[];
  readonly attachments: readonly ArticleAttachment[];
  readonly reactions: readonly ArticleReaction[];
  readonly ingestion: Open<'Pending' | 'Scanned' | 'Blocked' | 'Error' | 'Rescan'>;
  /** Members that moderators have locked. */
  readonly lockedProperties: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

/** State of an article; only moderators see other than `Published`. */
export type ArticleStatus = Open<'Draft' | 'Published' | 'Unpublished' | 'UnpublishedViolation' | 'Processing'>;

/** A tag of an article. */
export interface ArticleTag {
  readonly id: number;
  readonly name: string;
  readonly isCategory: boolean;
}

/** Counters since publication, under the same names from a list and from `get`. */
export interface ArticleStats {
  readonly viewCount: number;
  readonly commentCount: number;
  readonly likeCount: number;
  readonly dislikeCount: number;
  readonly heartCount: number;
  readonly laughCount: number;
  readonly cryCount: number;
  readonly favoriteCount: number;
  readonly tippedAmountCount: number;
  readonly collectedCount: number;
}

/** Who wrote an article. */
export interface ArticleAuthor {
  readonly id: number;
  readonly username: string | null;
  readonly deletedAt: string | null;
  /** A URL of another site, or a storage key: `cdnUrl` makes a URL of either. */
  readonly image: string | null;
  readonly profilePicture: ProfilePicture | null;
  /** Badges and frames. */
  readonly cosmetics: readonly Readonly<Record<string, unknown>>[];
  /** Only from `get`. */
  readonly isModerator?: boolean;
}

/** A user's picture. */
export interface ProfilePicture {
  readonly id: number;
  readonly name: string | null;
  /** A storage key, not a URL: `cdnUrl` makes one of it. */
  readonly url: string;
  readonly nsfwLevel: number;
  /** BlurHash. */
  readonly hash: string | null;
  readonly userId: number;
  readonly ingestion: ImageIngestion;
  readonly type: MediaType;
  readonly width: number | null;
  readonly height: number | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

/** How far the site has come with looking at a picture. */
export type ImageIngestion = Open<
  'Pending' | 'Scanned' | 'Error' | 'Blocked' | 'NotFound' | 'PendingManualAssignment' | 'Rescan'
>;

/** The picture above an article; its `url` is a storage key as well. */
export interface ArticleCover extends ProfilePicture {
  readonly meta: Readonly<Record<string, unknown>> | null;
  readonly generationProcess: Open<'txt2img' | 'txt2imgHiRes' | 'img2img' | 'inpainting'> | null;
  readonly needsReview: string | null;
  readonly scannedAt: string | null;
  readonly blockedFor: string | null;
  readonly postId: number | null;
  readonly createdAt: string;
  readonly hideMeta: boolean;
  /** Ids of tags. */
  readonly tags: readonly number[];
}

/** A picture in the text. */
export interface ContentImage {
  readonly id: number;
  /** A storage key, not a URL. */
  readonly url: string;
  readonly ingestion: ImageIngestion;
}

/** A file that an article brings. */
export interface ArticleAttachment {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  /** Size in units of 1024 bytes. */
  readonly sizeKB: number;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  /** The article. */
  readonly entityId: number;
}

/** What someone thought of an article. */
export interface ArticleReaction {
  readonly userId: number;
  readonly reaction: Open<'Like' | 'Dislike' | 'Laugh' | 'Cry' | 'Heart'>;
}
