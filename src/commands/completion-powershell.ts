import type { Candidate, CommandNode, OptionNode } from './completion-tree.js';

/** The script for PowerShell, 5.1 and later. */
export function powershellScript(nodes: readonly CommandNode[]): string {
  return `# PowerShell completion of civitkit, made by \`civitkit completion powershell\`

Register-ArgumentCompleter -Native -CommandName civitkit -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $nodes = @{
${nodes.map(nodeEntry).join('\n')}
    }

    $at = ''
    $option = $null
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        # the word that is being typed ends where the cursor is
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        $word = $element.ToString().Trim("'", '"')
        if ($null -ne $option -and $option.Value -eq 'always') { $option = $null; continue }
        $option = $null
        if ($word.StartsWith('-')) {
            $option = $nodes[$at].Options | Where-Object { $_.Names -ccontains $word } | Select-Object -First 1
        } else {
            $next = "$at $word".Trim()
            if ($nodes.ContainsKey($next)) { $at = $next }
        }
    }

    $found = @()
    if ($null -ne $option -and $option.Value -ne 'never') {
        # nothing found lets PowerShell offer files
        foreach ($text in $option.Words) { $found += ,@($text, $text) }
    }
    if ($null -eq $option -or $option.Value -ne 'always') {
        $node = $nodes[$at]
        if ($wordToComplete.StartsWith('-')) {
            foreach ($one in $node.Options) { foreach ($name in $one.Names) { $found += ,@($name, $one.Text) } }
        } else {
            foreach ($one in $node.Commands) { $found += ,@($one.Name, $one.Text) }
            foreach ($text in $node.Words) { $found += ,@($text, $text) }
        }
    }

    $typed = $wordToComplete.Trim("'", '"')
    foreach ($one in $found) {
        if (-not $one[0].StartsWith($typed, [System.StringComparison]::OrdinalIgnoreCase)) { continue }
        $text = $one[0]
        if ($text -match '\\s') { $text = "'" + $text.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($text, $one[0], 'ParameterValue', $one[1])
    }
}
`;
}

function nodeEntry({ commands, options, path, values }: CommandNode): string {
  return `        ${quote(path)} = @{
            Commands = @(${commands.map(commandEntry).join(', ')})
            Words = ${list(values.words)}
            Options = @(
${options.map((option) => `                ${optionEntry(option)}`).join('\n')}
            )
        }`;
}

function commandEntry({ description, text }: Candidate): string {
  return `@{ Name = ${quote(text)}; Text = ${quote(description)} }`;
}

function optionEntry({ description, names, value, words }: OptionNode): string {
  return `@{ Names = ${list(names)}; Value = '${value}'; Words = ${list(words)}; Text = ${quote(description)} }`;
}

function list(texts: readonly string[]): string {
  return `@(${texts.map(quote).join(', ')})`;
}

/** PowerShell takes the typographic quotes for quotes, too. */
function quote(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, (mark) => mark + mark)}'`;
}
