#include <histedit.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>

// libedit's settings take a variable number of arguments, which Swift can't pass.

typedef unsigned char (*edit_key_function)(EditLine *, int);

static inline EditLine *edit_open(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

// ASCII: libedit fails on other prompts where the locale isn't UTF-8.
static inline char *edit_prompt(EditLine *editor) {
  static char prompt[] = "> ";
  (void)editor;
  return prompt;
}

static inline void edit_configure(EditLine *editor, History *entries, void *client) {
  el_set(editor, EL_PROMPT, edit_prompt);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 1);
  el_set(editor, EL_HIST, history, entries);
  el_set(editor, EL_CLIENTDATA, client);
  // Ctrl-C and Ctrl-Z come as keys while a line is edited.
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
}

static inline void *edit_client(EditLine *editor) {
  void *client = NULL;
  el_get(editor, EL_CLIENTDATA, &client);
  return client;
}

static inline int edit_add_function(
    EditLine *editor, const char *name, const char *help, edit_key_function function) {
  return el_set(editor, EL_ADDFN, name, help, function);
}

static inline int edit_bind(EditLine *editor, const char *key, const char *function) {
  return el_set(editor, EL_BIND, key, function, NULL);
}

// Makes what is typed come as keys from now on, so that nothing typed early is shown twice.
static inline void edit_prepare(EditLine *editor) { el_set(editor, EL_PREP_TERM, 1); }

static inline void edit_write(EditLine *editor, const char *text) {
  FILE *output = NULL;
  el_get(editor, EL_GETFP, 1, &output);
  if (output != NULL) fputs(text, output);
}

static inline void edit_history_limit(History *entries, int count) {
  HistEvent event;
  history(entries, &event, H_SETSIZE, count);
  history(entries, &event, H_SETUNIQUE, 1);
}

static inline void edit_history_add(History *entries, const char *line) {
  HistEvent event;
  history(entries, &event, H_ENTER, line);
}

static inline void edit_history_clear(History *entries) {
  HistEvent event;
  history(entries, &event, H_CLEAR);
}
