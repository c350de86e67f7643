/** Keeps avatars in a bucket of MinIO or any other server that speaks S3. */
@NullMarked
package dev.vorota.adapters.out.chat.minio;

import org.jspecify.annotations.NullMarked;
