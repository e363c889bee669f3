//! A folder on disk (File System Access): chosen by a press of a button, kept in the database, and allowed again where
//! the browser requires it.
//!
//! Choosing and permissions are called by name: the typed bindings are unstable, and only Chromium has the methods.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions, FileSystemHandle,
    FileSystemHandleKind, FileSystemWritableFileStream,
};

use super::database::{Database, DatabaseError};
use super::indexed_db::database_name;

/// The window's function for choosing a folder.
const PICKER: &str = "showDirectoryPicker";

/// The names under which a folder is kept in the database, with the name of the own file.
const HANDLE: &str = "handle";
const FILE: &str = "file";

/// A folder that was chosen.
#[derive(Clone, Debug)]
pub struct Folder {
    handle: FileSystemDirectoryHandle,
}

/// The reason why a folder was not read or a file in it not written. A file that was not written is unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderError {
    /// The folder does not exist any more.
    Gone,
    /// The browser does not let this page use the folder, or not any more.
    Forbidden,
    /// The disk, or the site's share of it, has no room for the file.
    Full,
    /// Any other error, under the browser's own name for it.
    Broken {
        /// The name of the browser's error, such as `InvalidStateError`.
        name: String,
    },
}

impl From<JsValue> for FolderError {
    fn from(error: JsValue) -> Self {
        match name_of(&error).as_str() {
            "NotFoundError" => Self::Gone,
            "NotAllowedError" | "SecurityError" => Self::Forbidden,
            "QuotaExceededError" => Self::Full,
            name => Self::Broken { name: name.to_owned() },
        }
    }
}

/// What a page may do with a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Read and write.
    Granted,
    /// Nothing until the browser is asked again, which takes a press of a button.
    Asks,
    /// Nothing, as the user has refused.
    Denied,
}

/// What is kept of a folder from one page load to another.
#[derive(Clone, Debug)]
pub struct KeptFolder {
    /// The folder; `None` where it is not used any more.
    pub folder: Option<Folder>,
    /// The name of the own file.
    pub file: String,
}

impl Folder {
    /// Returns whether this browser lets users choose a folder.
    pub fn is_possible() -> bool {
        Reflect::get(&window(), &PICKER.into()).is_ok_and(|picker| picker.is_function())
    }

    /// Lets the user choose a folder to be read and written; `None` if the user chooses none. Must be called while a
    /// click is handled.
    ///
    /// # Errors
    /// [`FolderError`].
    pub async fn choose() -> Result<Option<Self>, FolderError> {
        let picker: Function = Reflect::get(&window(), &PICKER.into())?.dyn_into()?;
        let chosen = picker.call1(&window(), &read_and_write())?.dyn_into::<Promise>()?;
        match JsFuture::from(chosen).await {
            Ok(handle) => Ok(Some(Self { handle: handle.unchecked_into() })),
            Err(error) if name_of(&error) == "AbortError" => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Returns the folder's name, without its path.
    pub fn name(&self) -> String {
        self.handle.name()
    }

    /// Returns what this page may do with the folder, without asking the user.
    pub async fn permission(&self) -> Permission {
        self.permitted("queryPermission").await
    }

    /// Asks the user to allow this page to use the folder. Must be called while a click is handled.
    pub async fn ask(&self) -> Permission {
        self.permitted("requestPermission").await
    }

    async fn permitted(&self, method: &str) -> Permission {
        let asked = Reflect::get(&self.handle, &method.into()).and_then(JsCast::dyn_into::<Function>);
        // A browser without the method needs no permission.
        let Ok(asked) = asked else { return Permission::Granted };
        let answer = asked.call1(&self.handle, &read_and_write()).and_then(JsCast::dyn_into::<Promise>);
        let Ok(answer) = answer else { return Permission::Asks };
        match JsFuture::from(answer).await.ok().and_then(|answer| answer.as_string()).as_deref() {
            Some("granted") => Permission::Granted,
            Some("denied") => Permission::Denied,
            // Asking without a press is an error.
            _ => Permission::Asks,
        }
    }

    /// Lists the files directly in the folder whose names are `wanted`. The file is `None` if it cannot be read now.
    ///
    /// # Errors
    /// [`FolderError`].
    pub async fn files(
        &self,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Vec<(String, Option<File>)>, FolderError> {
        let handles = self.handle.values();
        let mut files = Vec::new();
        loop {
            let next = JsFuture::from(handles.next()?).await?;
            if Reflect::get(&next, &"done".into())?.is_truthy() {
                return Ok(files);
            }
            let handle: FileSystemHandle = Reflect::get(&next, &"value".into())?.unchecked_into();
            if handle.kind() == FileSystemHandleKind::File && wanted(&handle.name()) {
                let file = JsFuture::from(handle.unchecked_ref::<FileSystemFileHandle>().get_file()).await;
                files.push((handle.name(), file.ok().map(JsCast::unchecked_into)));
            }
        }
    }

    /// Writes a file of this name, whole or not at all: until all is written, the file is as it was before.
    ///
    /// # Errors
    /// [`FolderError`].
    pub async fn write(&self, name: &str, text: &str) -> Result<(), FolderError> {
        let options = FileSystemGetFileOptions::new();
        options.set_create(true);
        let file = JsFuture::from(self.handle.get_file_handle_with_options(name, &options)).await?;
        let file: FileSystemFileHandle = file.unchecked_into();
        let stream: FileSystemWritableFileStream =
            JsFuture::from(file.create_writable()).await?.unchecked_into();
        let written = async {
            JsFuture::from(stream.write_with_str(text)?).await?;
            JsFuture::from(stream.close()).await
        };
        if let Err(error) = written.await {
            // The unfinished temporary file is discarded. This fails if the browser has already discarded it.
            let _ = JsFuture::from(stream.abort()).await;
            return Err(error.into());
        }
        Ok(())
    }
}

/// Finds the folder that is kept under a key.
///
/// # Errors
/// [`DatabaseError`].
pub async fn find(key: &str) -> Result<Option<KeptFolder>, DatabaseError> {
    let kept = database().await?.value(key).await?;
    let Some(file) = get(&kept, FILE).and_then(|file| file.as_string()) else { return Ok(None) };
    let handle = get(&kept, HANDLE).filter(JsValue::is_object);
    let folder = handle.map(|handle| Folder { handle: handle.unchecked_into() });
    Ok(Some(KeptFolder { folder, file }))
}

/// Keeps a folder under a key.
///
/// # Errors
/// [`DatabaseError`]; the entry kept before stays.
pub async fn keep(key: &str, kept: &KeptFolder) -> Result<(), DatabaseError> {
    let value = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&value, &FILE.into(), &JsValue::from_str(&kept.file));
    if let Some(folder) = &kept.folder {
        let _ = Reflect::set(&value, &HANDLE.into(), &folder.handle);
    }
    database().await?.put_value(key, &value).await
}

async fn database() -> Result<Database, DatabaseError> {
    Database::open(database_name(), || ()).await
}

fn read_and_write() -> Object {
    let options = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&options, &"mode".into(), &"readwrite".into());
    options
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    // A value that is not an object has no properties.
    Reflect::get(object, &name.into()).ok()
}

fn name_of(error: &JsValue) -> String {
    get(error, "name").and_then(|name| name.as_string()).unwrap_or_default()
}
