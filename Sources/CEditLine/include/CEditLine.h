/// libedit for Swift: typed wrappers of its variadic calls, and a way back into Swift for keys and input.
///
/// libedit keeps the buffer and the key bindings, and sets the terminal up. It draws nothing:
/// its output goes to /dev/null, and the caller draws when it is asked for the next character.
#pragma once

#include <histedit.h>
#include <stdbool.h>
#include <stdint.h>

/// Gives the next character, or a negative number where the input ends.
typedef int32_t (*editline_reader)(void *context);
/// Runs a command bound to a key; gives one of libedit's CC_ codes.
typedef uint8_t (*editline_command)(void *context, int32_t command);

enum {
  editline_continue = CC_REFRESH,
  editline_finish = CC_NEWLINE,
  editline_end = CC_EOF,
};

/// How many commands can be defined.
#define EDITLINE_COMMAND_LIMIT 50

/// Makes characters outside ASCII readable, whatever the locale of the user. Only the character type is set.
bool editline_use_utf8(void);

/// An editor on the terminal at descriptors 0 and 1 that draws nothing, or NULL.
EditLine *editline_open(editline_reader reader, editline_command command);
/// What the reader and the commands are handed; must be set before a line is edited.
void editline_set_context(EditLine *editor, void *context);
void editline_close(EditLine *editor);

/// Gives a command (0 ..< EDITLINE_COMMAND_LIMIT) a name to bind keys to; must come before the binding.
bool editline_define(EditLine *editor, int32_t command, const char *name);
void editline_bind(EditLine *editor, const char *key, const char *name);
/// Hands Ctrl-C, Ctrl-Z and Ctrl-\ to the bindings while a line is edited, and
/// lets keys typed ahead wait for the next line.
void editline_take_signals_as_keys(EditLine *editor);
/// Sets the terminal up for editing, or back as it was.
void editline_prepare_terminal(EditLine *editor, bool isEditing);

/// Edits one line; false where the input ended. What was typed is read with `el_wline` by the command that finishes.
bool editline_run(EditLine *editor);

/// Whether the user's settings have chosen the keys of vi.
bool editline_is_vi(EditLine *editor);
/// Binds a key in vi's command mode.
void editline_bind_in_vi_commands(EditLine *editor, const char *key, const char *name);
/// Reads a file of settings such as `~/.editrc` once more, without the lines that choose a mode and thereby forget all
/// bindings made since.
void editline_read_keys(EditLine *editor, const char *path);

/// Cells that a character takes on a terminal; negative for a control character.
int32_t editline_width(uint32_t character);
