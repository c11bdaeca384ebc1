using System.Reflection;
using System.Reflection.Emit;

namespace Conformance.Benchmarks.Startup;

/// <summary>
/// Writes a profile as crossgen2 reads it (<c>.mibc</c>): an assembly in which a method <c>AssemblyDictionary</c> names
/// groups of assemblies, and for each of them a method whose tokens are those of the methods to be compiled.
/// </summary>
internal static class ProfileFile
{
    /// <summary>Writes the profile.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="methods">The methods, instantiated.</param>
    public static void Write(string path, IEnumerable<MethodBase> methods)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("startup"), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("startup");
        var dictionary = Method(module, "AssemblyDictionary");
        var entries = dictionary.GetILGenerator();
        foreach (
            var (number, group) in methods.GroupBy(AssembliesOf).OrderBy(g => g.Key, StringComparer.Ordinal).Index()
        )
        {
            var list = Method(module, $"Assemblies_{number}");
            var tokens = list.GetILGenerator();
            foreach (var method in group)
            {
                var token = method is ConstructorInfo constructor
                    ? module.GetMethodMetadataToken(constructor)
                    : module.GetMethodMetadataToken((MethodInfo)method);
                tokens.Emit(OpCodes.Ldtoken, token);
                tokens.Emit(OpCodes.Pop);
            }

            tokens.Emit(OpCodes.Ret);
            entries.Emit(OpCodes.Ldstr, group.Key);
            entries.Emit(OpCodes.Ldtoken, list);
            entries.Emit(OpCodes.Pop);
        }

        entries.Emit(OpCodes.Ret);
        module.CreateGlobalFunctions();
        assembly.Save(path);
    }

    private static MethodBuilder Method(ModuleBuilder module, string name) =>
        module.DefineGlobalMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), []);

    // Its own assembly first, then those that it is made with.
    private static string AssembliesOf(MethodBase method)
    {
        var own = NameOf(method.DeclaringType!);
        var others = TypesIn(method.DeclaringType!)
            .Concat(method.IsGenericMethod ? method.GetGenericArguments().SelectMany(TypesIn) : [])
            .Select(NameOf)
            .Where(name => name != own)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return string.Concat(others.Prepend(own).Select(name => name + ";"));
    }

    private static IEnumerable<Type> TypesIn(Type type) =>
        type.HasElementType ? TypesIn(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(TypesIn).Prepend(type)
        : [type];

    private static string NameOf(Type type) => type.Assembly.GetName().Name!;
}
