using YamlDotNet.RepresentationModel;

namespace Shares.Local.Template;

internal static class Yaml
{
    public static YamlMappingNode Read(string file)
    {
        using var text = File.OpenText(file);
        var stream = new YamlStream();
        stream.Load(text);
        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? root
            : throw new TemplateException($"{file}: one document with a mapping is expected");
    }

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
