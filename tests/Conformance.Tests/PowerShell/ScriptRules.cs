using System.Globalization;
using System.Management.Automation.Language;

namespace Conformance.Tests.PowerShell;

/// <summary>
/// What a script may use so that it runs in Windows PowerShell 5.1 and in PowerShell 7 alike. PowerShell 7 parses its own
/// novelties without a word, so they are looked for in the syntax tree.
/// </summary>
internal static class ScriptRules
{
    private static readonly string[] Programs = ["dotnet", "npx"];
    private static readonly string[] Cmdlets = ["ForEach-Object", "Where-Object", "Set-StrictMode", "Out-Null"];

    // Not in the .NET Framework that Windows PowerShell runs on.
    private static readonly string[] NewerMembers =
    [
        "Join",
        "GetRelativePath",
        "ArgumentList",
        "TrimEntries",
        "WaitForExitAsync",
        "IsWindows",
    ];

    // Only set in PowerShell 6 and later: reading them fails under strict mode.
    private static readonly string[] NewerVariables = ["IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "PSStyle"];

    /// <summary>What is wrong with a script, with the line; empty when nothing is.</summary>
    /// <param name="text">The script.</param>
    public static IReadOnlyList<string> Violations(string text)
    {
        var script = Parser.ParseInput(text, out _, out var errors);
        var functions = script
            .FindAll(a => a is FunctionDefinitionAst, true)
            .Cast<FunctionDefinitionAst>()
            .Select(f => f.Name);
        var commands = Programs.Concat(Cmdlets).Concat(functions).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. errors.Select(e => At(e.Extent, e.Message)),
            .. script
                .FindAll(_ => true, true)
                .Select(a => (a.Extent, Problem: ProblemOf(a, commands)))
                .Where(p => p.Problem is not null)
                .Select(p => At(p.Extent, p.Problem!)),
            .. text.Split('\n')
                .Select((line, i) => (line, i))
                .Where(l => !System.Text.Ascii.IsValid(l.line))
                .Select(l => $"line {l.i + 1}: 5.1 reads a file without byte order mark as ANSI: only ASCII is safe"),
        ];
    }

    private static string? ProblemOf(Ast node, HashSet<string> commands) =>
        node switch
        {
            TernaryExpressionAst => "?: is new in 7.0",
            PipelineChainAst => "&& and || are new in 7.0",
            BinaryExpressionAst { Operator: TokenKind.QuestionQuestion } => "?? is new in 7.0",
            AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals } => "??= is new in 7.0",
            MemberExpressionAst { NullConditional: true } => "?. is new in 7.0",
            IndexExpressionAst { NullConditional: true } => "?[ is new in 7.0",
            PipelineAst { Background: true } => "& for the background is new in 6.0",
            RedirectionAst => "5.1 turns redirected errors of programs into errors of the script",
            CommandAst command when !commands.Contains(command.GetCommandName() ?? "") =>
                $"command {command.GetCommandName() ?? command.Extent.Text} is not on the list",
            MemberExpressionAst { Member: StringConstantExpressionAst m }
                when NewerMembers.Contains(m.Value, StringComparer.OrdinalIgnoreCase) =>
                $"{m.Value} is not in the .NET Framework",
            VariableExpressionAst v
                when NewerVariables.Contains(v.VariablePath.UserPath, StringComparer.OrdinalIgnoreCase) =>
                $"${v.VariablePath.UserPath} is not set in 5.1",
            _ => null,
        };

    private static string At(IScriptExtent extent, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"line {extent.StartLineNumber}: {message}");
}
