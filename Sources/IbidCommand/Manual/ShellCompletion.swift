import ArgumentParser

/// The shells that a completion script can be made for.
enum Shell: String, CaseIterable, ExpressibleByArgument {
  case bash, zsh, fish
}

/// A script that completes commands, options and their values, and files.
struct ShellCompletion {
  let outline: CommandOutline

  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private var commands: [CommandOutline.Command] { outline.subcommands }
  private var all: [CommandOutline.Command] { [outline.main] + commands }

  /// Options of every command that take a value, each once.
  private var valued: [CommandOutline.Argument] {
    var seen: Set<String> = []
    return all.flatMap(\.options).filter { $0.kind == .option && seen.insert($0.name).inserted }
  }

  // MARK: bash

  /// Written for bash 3.2, which macOS has.
  private var bash: String {
    let names = commands.map(\.commandName)
    let spelled = valued.flatMap(\.spellings).joined(separator: "|")
    var values = ""
    for option in valued {
      let offer =
        option.isPath
        ? "_ibid_files" : option.words.isEmpty ? ":" : "_ibid_words '\(option.words.joined(separator: " "))'"
      values += "    \(option.spellings.joined(separator: "|"))) \(offer); return ;;\n"
    }
    var options = ""
    var operands = ""
    for command in all {
      let words = command.options.flatMap(\.spellings).joined(separator: " ")
      options += "      \(command.commandName)) _ibid_words '\(words)' ;;\n"
      let offered = command.positionals.flatMap(\.words)
      if !offered.isEmpty {
        operands += "    \(command.commandName)) _ibid_words '\(offered.joined(separator: " "))' ;;\n"
      }
    }
    return """
      # Completes ibid in bash; made by `ibid --completions bash`.
      _ibid_words() { COMPREPLY+=($(compgen -W "$1" -- "$cur")); }
      _ibid_files() {
        local IFS=$'\\n'
        COMPREPLY+=($(compgen -f -- "$cur"))
      }
      _ibid() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=ask first=1 index word
        COMPREPLY=()
        for ((index = 1; index < COMP_CWORD; index++)); do
          word=${COMP_WORDS[index]}
          case $word in
            \(spelled)) ((index++)) ;;
            -*) ;;
            \(names.joined(separator: "|"))) command=$word first=; break ;;
            *) first=; break ;;
          esac
        done
        case $prev in
      \(values)  esac
        if [[ $cur == -* ]]; then
          case $command in
      \(options)    esac
          return
        fi
        if [[ $first ]]; then _ibid_words '\(names.joined(separator: " "))'; fi
        case $command in
      \(operands)    *) _ibid_files ;;
        esac
      }
      complete -o filenames -F _ibid ibid

      """
  }

  // MARK: zsh

  private var zsh: String {
    let names = commands.map(\.commandName)
    var cases = ""
    for command in all {
      var lines = command.options.flatMap { Self.zsh($0) }
      let isMain = command.commandName == outline.main.commandName
      lines.append(isMain ? "'1: :_ibid_first'" : "'1: :(\(command.commandName))'")
      for (index, operand) in command.positionals.enumerated() where !isMain {
        let place = operand.isRepeating ? "*" : String(index + 2)
        let action = operand.words.isEmpty ? "_files" : "(\(operand.words.joined(separator: " ")))"
        lines.append("'\(place):\(operand.valueName ?? ""):\(action)'")
      }
      if isMain { lines.append("'*:path:_files'") }
      cases += "    \(command.commandName)) _arguments \(lines.joined(separator: " \\\n      ")) ;;\n"
    }
    let described = commands.map { "'\($0.commandName):\(Self.quoted($0.abstract ?? ""))'" }
    return """
      #compdef ibid
      # Completes ibid in zsh; made by `ibid --completions zsh`.
      _ibid_first() {
        local -a commands
        commands=(
          \(described.joined(separator: "\n    "))
        )
        _describe -t commands command commands
        _files
      }
      _ibid() {
        local command=ask word skip=
        for word in ${words[2,CURRENT-1]}; do
          if [[ -n $skip ]]; then skip=; continue; fi
          case $word in
            \(valued.flatMap(\.spellings).joined(separator: "|"))) skip=1 ;;
            -*) ;;
            \(names.joined(separator: "|"))) command=$word; break ;;
            *) break ;;
          esac
        done
        case $command in
      \(cases)  esac
      }
      # Loaded by the completion system, or read by hand.
      if [[ $funcstack[1] == _ibid ]]; then _ibid "$@"; else compdef _ibid ibid; fi

      """
  }

  private static func zsh(_ option: CommandOutline.Argument) -> [String] {
    option.spellings.map { name in
      var spec = (option.isRepeating ? "*" : "") + name + "[\(quoted(option.abstract ?? ""))]"
      if option.kind == .option {
        let action =
          option.isPath ? "_files" : option.words.isEmpty ? " " : "(\(option.words.joined(separator: " ")))"
        spec += ":\((option.valueName ?? "").replacing("=", with: " ")):\(action)"
      }
      return "'\(spec)'"
    }
  }

  // MARK: fish

  private var fish: String {
    let names = commands.map(\.commandName).joined(separator: " ")
    var lines = ["# Completes ibid in fish; made by `ibid --completions fish`."]
    let isFirst = "not __fish_seen_subcommand_from \(names)"
    for command in commands {
      lines.append(
        "complete -c ibid -n '\(isFirst)' -a \(command.commandName) -d '\(Self.quoted(command.abstract ?? ""))'")
    }
    for command in all {
      let condition =
        command.commandName == outline.main.commandName
        ? isFirst : "__fish_seen_subcommand_from \(command.commandName)"
      for option in command.options {
        var line = "complete -c ibid -n '\(condition)'"
        for name in option.names ?? [] { line += (name.kind == "short" ? " -s " : " -l ") + name.name }
        if option.kind == .option {
          line += option.isPath ? " -r" : " -x"
          if !option.words.isEmpty { line += " -a '\(option.words.joined(separator: " "))'" }
        }
        lines.append(line + " -d '\(Self.quoted(option.abstract ?? ""))'")
      }
      for operand in command.positionals where !operand.words.isEmpty {
        lines.append("complete -c ibid -n '\(condition)' -f -a '\(operand.words.joined(separator: " "))'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Without what ends a quotation or a description in one of the shells.
  private static func quoted(_ text: String) -> String {
    text.filter { !"'[]:\\".contains($0) }
  }
}
