#define _GNU_SOURCE
#include "CEditLine.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static editline_reader reader_function;
static editline_command command_function;
static FILE *nowhere;

static void *context_of(EditLine *editor) {
  void *context = NULL;
  el_get(editor, EL_CLIENTDATA, &context);
  return context;
}

static int read_character(EditLine *editor, wchar_t *character) {
  int32_t code = reader_function(context_of(editor));
  if (code < 0) return 0;
  *character = (wchar_t)code;
  return 1;
}

// libedit does not tell a bound function its name, so that each command needs a function of its own.
#define COMMAND(number) \
  static unsigned char command_##number(EditLine *editor, int key) { \
    (void)key; \
    return command_function(context_of(editor), number); \
  }
#define TEN(tens) \
  COMMAND(tens##0) COMMAND(tens##1) COMMAND(tens##2) COMMAND(tens##3) COMMAND(tens##4) \
  COMMAND(tens##5) COMMAND(tens##6) COMMAND(tens##7) COMMAND(tens##8) COMMAND(tens##9)
TEN()
TEN(1)
TEN(2)
TEN(3)
TEN(4)

#define NAMES(tens) \
  command_##tens##0, command_##tens##1, command_##tens##2, command_##tens##3, command_##tens##4, \
  command_##tens##5, command_##tens##6, command_##tens##7, command_##tens##8, command_##tens##9
static unsigned char (*const commands[EDITLINE_COMMAND_LIMIT])(EditLine *, int) = {
  NAMES(), NAMES(1), NAMES(2), NAMES(3), NAMES(4),
};

bool editline_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

EditLine *editline_open(editline_reader reader, editline_command command) {
  reader_function = reader;
  command_function = command;
  if (nowhere == NULL) nowhere = fopen("/dev/null", "w");
  if (nowhere == NULL) return NULL;
  EditLine *editor = el_init_fd("ibid", stdin, nowhere, nowhere, 0, 1, 2);
  if (editor == NULL) return NULL;
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_GETCFN, read_character);
  el_set(editor, EL_EDITOR, "emacs");
  return editor;
}

void editline_set_context(EditLine *editor, void *context) { el_set(editor, EL_CLIENTDATA, context); }

void editline_close(EditLine *editor) { el_end(editor); }

bool editline_define(EditLine *editor, int32_t command, const char *name) {
  if (command < 0 || command >= EDITLINE_COMMAND_LIMIT) return false;
  return el_set(editor, EL_ADDFN, name, name, commands[command]) == 0;
}

void editline_bind(EditLine *editor, const char *key, const char *name) { el_set(editor, EL_BIND, key, name, NULL); }

void editline_take_signals_as_keys(EditLine *editor) {
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
  // Between lines, too: keys typed ahead wait as they are, neither edited nor echoed by the terminal's driver.
  el_set(editor, EL_SETTY, "-x", "-icanon", "-echo", NULL);
}

void editline_prepare_terminal(EditLine *editor, bool isEditing) { el_set(editor, EL_PREP_TERM, isEditing ? 1 : 0); }

bool editline_run(EditLine *editor) {
  int count = 0;
  return el_gets(editor, &count) != NULL;
}

bool editline_is_vi(EditLine *editor) {
  const char *mode = NULL;
  return el_get(editor, EL_EDITOR, &mode) == 0 && mode != NULL && strcmp(mode, "vi") == 0;
}

void editline_bind_in_vi_commands(EditLine *editor, const char *key, const char *name) {
  el_set(editor, EL_BIND, "-a", key, name, NULL);
}

// `bind -v` and `bind -e` set all keys anew.
static bool chooses_mode(int count, const char **words) {
  return count == 2 && strcmp(words[0], "bind") == 0 && (strcmp(words[1], "-v") == 0 || strcmp(words[1], "-e") == 0);
}

void editline_read_keys(EditLine *editor, const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL) return;
  Tokenizer *tokenizer = tok_init(NULL);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;
  while (tokenizer != NULL && (length = getline(&line, &capacity, file)) >= 0) {
    if (length > 0 && line[length - 1] == '\n') line[length - 1] = '\0';
    char *start = line + strspn(line, " \t");
    if (*start == '\0' || *start == '#') continue;
    int count = 0;
    const char **words = NULL;
    tok_reset(tokenizer);
    if (tok_str(tokenizer, start, &count, &words) != 0 || count < 1 || chooses_mode(count, words)) continue;
    el_parse(editor, count, words);
  }
  free(line);
  if (tokenizer != NULL) tok_end(tokenizer);
  fclose(file);
}

int32_t editline_width(uint32_t character) { return wcwidth((wchar_t)character); }
