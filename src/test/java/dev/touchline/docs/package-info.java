/// The documentation is held to what it says: links, files, profiles, pictures, messages.
package dev.touchline.docs;
