using Shares.Local.Template;

namespace Shares.Local.Tests.Template;

/// <summary>The repository's templates, copied so that something can be changed in them.</summary>
internal sealed class TemplateCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shares-template-");

    public TemplateCopy()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "infra"));
        foreach (var nested in Directory.EnumerateFiles(Path.Combine(RealTemplate.Root, "infra"), "*.yaml"))
            File.Copy(nested, Path.Combine(_folder.FullName, "infra", Path.GetFileName(nested)));
        File.Copy(Path.Combine(RealTemplate.Root, "template.yaml"), Path.Combine(_folder.FullName, "template.yaml"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <param name="file">From the repository's root.</param>
    /// <param name="text">Must be there.</param>
    public void Replace(string file, string text, string instead)
    {
        var path = Path.Combine(_folder.FullName, file);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(path, before.Replace(text, instead, StringComparison.Ordinal));
    }

    public TemplateModel Load() => TemplateModel.Load(_folder.FullName, new TemplateParameters(RealTemplate.Values));
}
