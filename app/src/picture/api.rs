//! Server functions of pictures. One is brought with the form that shows it.

use domain::id::PictureId;
use leptos::prelude::*;

use crate::AppError;

#[server(name = DeletePicture, prefix = "/api", endpoint = "pictures/delete")]
pub async fn delete_picture(picture: PictureId) -> Result<(), AppError> {
    super::page::delete(picture).await
}
