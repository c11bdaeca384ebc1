using System.IO.Compression;
using System.Reflection;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Architecture;

/// <summary>Files are opened for writing in one place, which looks for secrets: the compiler refuses every other.</summary>
public sealed class WritingTests
{
    private const string Reason = "Write through GuardedFiles, which looks for secrets.";
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Test]
    public void Every_way_to_open_a_file_for_writing_is_banned() =>
        Writers()
            .Select(m => $"{IdOf(m)};{Reason}")
            .Except(File.ReadLines(Path.Combine(RepositoryFiles.Root, "src", "BannedSymbols.txt")))
            .Should()
            .BeEmpty("a way that .NET has is to be added to src/BannedSymbols.txt");

    [Test]
    public void Only_the_one_place_is_excepted() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("RS0030", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f))
            .Should()
            .BeSubsetOf(["GuardedFiles.cs"]);

    private static IEnumerable<MethodBase> Writers() =>
        [
            .. Methods(typeof(File), "Write", "Append", "Create", "Open", "Copy", "Replace"),
            .. Methods(typeof(FileInfo), "Append", "Create", "Open", "CopyTo", "Replace"),
            .. typeof(FileStream).GetConstructors(),
            .. typeof(StreamWriter).GetConstructors().Where(c => c.GetParameters()[0].ParameterType == typeof(string)),
            .. Methods(typeof(ZipFile), "Open", "Create", "Extract"),
            .. Methods(typeof(ZipFileExtensions), "ExtractTo"),
        ];

    private static IEnumerable<MethodInfo> Methods(Type type, params string[] beginnings) =>
        type.GetMethods(All)
            .Where(m => beginnings.Any(b => m.Name.StartsWith(b, StringComparison.Ordinal)))
            .Where(m => !m.Name.EndsWith("SymbolicLink", StringComparison.Ordinal))
            .Where(m => !m.Name.StartsWith("OpenRead", StringComparison.Ordinal) && m.Name != "OpenText");

    private static string IdOf(MethodBase method)
    {
        var parameters = string.Join(',', method.GetParameters().Select(p => NameOf(p.ParameterType)));
        var name = method.IsConstructor ? "#ctor" : method.Name;
        return $"M:{method.DeclaringType!.FullName}.{name}{(parameters.Length == 0 ? "" : $"({parameters})")}";
    }

    private static string NameOf(Type type) =>
        type.IsArray ? NameOf(type.GetElementType()!) + "[]"
        : type.IsGenericType
            ? $"{type.Namespace}.{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}"
        : type.FullName!;
}
